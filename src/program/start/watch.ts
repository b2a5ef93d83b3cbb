/** Says so when a child ends by itself; when none is left, the command ends too. */
import type { Child } from '../process/child.ts'
import type { Supervisor } from '../process/supervisor.ts'
import { say } from '../say.ts'

export function watch(supervisor: Supervisor, children: readonly { child: Child; ended: string }[]): void {
  let left = children.length
  for (const { child, ended } of children) {
    void child.exited.then((exit) => {
      left -= 1
      if (supervisor.stopping) return
      say(exit.code === 0 ? ended : `${ended} (${exit.signal ?? `exit code ${exit.code}`})`)
      if (left === 0) void supervisor.stop(1)
    })
  }
}
