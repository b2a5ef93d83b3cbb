/** `npm run build`: always builds, even when nothing changed. */
import { ensureBuilt } from './build/build.ts'
import { say } from './say.ts'

const trouble = await ensureBuilt({ force: true })
if (trouble) say(trouble)
process.exitCode = trouble ? 1 : 0
