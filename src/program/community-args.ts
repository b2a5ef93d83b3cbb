/** The arguments of the community's own programs (import, setup). Pure. */
import { join, resolve } from 'node:path'

/** `--data` means here what it means to `npm start`: the whole data folder, of which the community's is a part. */
export function communityArgs(argv: readonly string[], { cwd, root }: { cwd: string; root: string }): string[] {
  const rest: string[] = []
  let data = resolve(root, '.data')
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    const next = argv[i + 1]
    if (argument === '--data' && next !== undefined) {
      data = resolve(cwd, next)
      i += 1
    } else if (argument.startsWith('--data=')) data = resolve(cwd, argument.slice('--data='.length))
    else rest.push(argument)
  }
  return [...rest, '--data', join(data, 'community')]
}
