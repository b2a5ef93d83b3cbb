/** `npm run risk:score`: builds the risk programs when needed, then runs score. */
import { runRisk } from './risk/run.ts'

process.exitCode = await runRisk('score')
