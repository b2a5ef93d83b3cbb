/** `npm run setup -- [--data DIR] …`. */
import { runBuilt } from './run-built.ts'

await runBuilt('setup')
