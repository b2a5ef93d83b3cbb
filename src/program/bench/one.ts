/** One bench in a process of its own, so that none warms up or burdens another: `one.ts <bundle> <file for its rows>`. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [bundle = '', file = ''] = process.argv.slice(2)
const bench = (await import(pathToFileURL(bundle).href)) as { run?: () => unknown }
if (typeof bench.run !== 'function') throw new Error(`${bundle} exports no run()`)
writeFileSync(file, JSON.stringify(await bench.run()))
// A bench may leave a socket or a timer behind; its rows are written.
process.exit(0)
