/** The import as a program. */
import { importProgram } from './program'

process.exit(await importProgram({ args: process.argv.slice(2), env: process.env, out: process.stdout, err: process.stderr }))
