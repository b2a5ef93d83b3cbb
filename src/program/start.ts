/** `npm start`: the community, its API and a workstation, until Ctrl-C. */
import { ensureBuilt } from './build/build.ts'
import { root } from './paths.ts'
import { supervise } from './process/supervisor.ts'
import { say, tell } from './say.ts'
import { announcement, jsonLine, type Account } from './start/announce.ts'
import { checkDataFolder, checkPort, holdFolder } from './start/checks.ts'
import { startCommunity } from './start/community.ts'
import { startOptions, type StartOptions } from './start/options.ts'
import { watch } from './start/watch.ts'
import { startWorkstation } from './start/workstation.ts'

/** Demo accounts as the API shows them; none when it does not run the demo. */
async function demoAccounts(api: string): Promise<Account[]> {
  const response = await fetch(`${api}/v1/demo/accounts`, { signal: AbortSignal.timeout(5_000) }).catch(() => null)
  if (!response?.ok) return []
  const body = (await response.json()) as { accounts: Account[] }
  return body.accounts
}

async function run(options: StartOptions): Promise<number> {
  const supervisor = supervise()
  const fail = async (sentence: string): Promise<number> => {
    // Interrupted by the person: they know why it did not come up.
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
  const taken = await checkPort(options.port)
  if (taken) return fail(taken)
  const unbuilt = await ensureBuilt()
  if (unbuilt) return fail(unbuilt)
  if (supervisor.stopping) return supervisor.finished

  const community = await startCommunity(options, supervisor.add)
  if (community.kind === 'failed' || supervisor.stopping) return fail(community.kind === 'failed' ? community.sentence : '')
  const [workstation, accounts] = await Promise.all([
    startWorkstation({ ...options, api: community.url }, supervisor.add),
    options.demo ? demoAccounts(community.url) : [],
  ])
  if (workstation.kind === 'failed' || supervisor.stopping) return fail(workstation.kind === 'failed' ? workstation.sentence : '')

  watch(supervisor, [
    { child: community.child, ended: 'The community stopped by itself. The workstation goes on without it: decisions wait on the desk. Ctrl-C, then npm start, brings it back.' },
    {
      child: workstation.child,
      ended: workstation.url === null ? 'The workstation was closed. The community goes on; Ctrl-C stops it.' : 'The workstation’s host stopped by itself. Nothing decided was lost. Ctrl-C, then npm start, brings it back.',
    },
  ])
  const running = { community: community.url, api: community.url, desk: workstation.url, workstation: workstation.words, accounts }
  if (options.json) tell(jsonLine(running))
  for (const line of announcement(running)) say(line)
  return supervisor.finished
}

const answer = startOptions(process.argv.slice(2), { cwd: process.env.INIT_CWD ?? process.cwd(), root })
if (answer.kind === 'help') tell(answer.text)
else if (answer.kind === 'refused') {
  say(answer.sentence)
  process.exitCode = 1
} else process.exit(await run(answer.options))
