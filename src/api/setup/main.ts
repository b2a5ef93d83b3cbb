/** The preparation of a community as a program. */
import { setupProgram } from './program'

process.exit(await setupProgram({ args: process.argv.slice(2), env: process.env, out: process.stdout, err: process.stderr }))
