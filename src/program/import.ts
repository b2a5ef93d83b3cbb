/** `npm run import -- posts.jsonl [--data DIR]`. */
import { runBuilt } from './run-built.ts'

await runBuilt('import')
