/** `npm run risk:train`: builds the risk programs when needed, then runs train. */
import { runRisk } from './risk/run.ts'

process.exitCode = await runRisk('train')
