/** `npm run risk:eval`: builds the risk programs when needed, then runs eval. */
import { runRisk } from './risk/run.ts'

process.exitCode = await runRisk('eval')
