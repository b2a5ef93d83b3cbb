/** `npm run desk`: one more workstation for a community that runs already. */
import { ensureBuilt } from './build/build.ts'
import { root } from './paths.ts'
import { supervise } from './process/supervisor.ts'
import { say, tell } from './say.ts'
import { checkDataFolder, holdFolder } from './start/checks.ts'
import { deskOptions, type DeskOptions } from './start/options.ts'
import { watch } from './start/watch.ts'
import { startWorkstation } from './start/workstation.ts'

async function run(options: DeskOptions): Promise<number> {
  const supervisor = supervise()
  const fail = async (sentence: string): Promise<number> => {
    if (supervisor.stopping) return await supervisor.finished
    say(sentence)
    await supervisor.stop(1)
    return await supervisor.finished
  }
  const unusable = checkDataFolder(options.data)
  if (unusable) return fail(unusable)
  const held = holdFolder(options.data)
  if (held.kind === 'refused') return fail(held.sentence)
  supervisor.onStopped(held.release)
  const unbuilt = await ensureBuilt()
  if (unbuilt) return fail(unbuilt)
  const workstation = await startWorkstation(options, supervisor.add)
  if (workstation.kind === 'failed' || supervisor.stopping) return fail(workstation.kind === 'failed' ? workstation.sentence : '')
  watch(supervisor, [{ child: workstation.child, ended: 'The workstation stopped. Nothing decided was lost.' }])
  if (options.json) tell(JSON.stringify({ community: options.api, api: options.api, desk: workstation.url, accounts: [] }))
  say(`Workstation  ${workstation.url ?? 'in its own window'}\n             ${workstation.words}\nCtrl-C stops it.`)
  return supervisor.finished
}

const answer = deskOptions(process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd(), root })
if (answer.kind === 'help') tell(answer.text)
else if (answer.kind === 'refused') {
  say(answer.sentence)
  process.exitCode = 1
} else process.exit(await run(answer.options))
