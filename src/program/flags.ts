/** Command-line flags, read strictly: an unknown one is a sentence, not a guess. Pure. */

export type Flag = { name: string; /** Shown for the value; absent means a switch. */ value?: string; help: string }

export type Parsed = { switches: Set<string>; values: Map<string, string>; words: string[] }

export type ParseAnswer = { ok: true; parsed: Parsed } | { ok: false; sentence: string }

const helpFlag: Flag = { name: 'help', help: 'show this' }

/** Reads `argv` by `flags`; words without dashes are kept in order when `words` allows them. */
export function parseFlags(command: string, flags: readonly Flag[], argv: readonly string[], options: { words?: boolean } = {}): ParseAnswer {
  const known = new Map([...flags, helpFlag].map((flag) => [flag.name, flag]))
  const parsed: Parsed = { switches: new Set(), values: new Map(), words: [] }
  const refuse = (what: string): ParseAnswer => ({ ok: false, sentence: `${what} Nothing was started. See: npm ${spoken(command)} -- --help` })
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i] ?? ''
    if (!argument.startsWith('--')) {
      if (!options.words) return refuse(`"${argument}" is not something that ${command} understands.`)
      parsed.words.push(argument)
      continue
    }
    const [name = '', inline] = splitOnce(argument.slice(2))
    const flag = known.get(name)
    if (!flag) return refuse(`There is no flag --${name}.`)
    if (flag.value === undefined) {
      if (inline !== undefined) return refuse(`The flag --${name} takes no value.`)
      parsed.switches.add(name)
      continue
    }
    const value = inline ?? argv[++i]
    if (value === undefined || value === '' || (inline === undefined && value.startsWith('--'))) {
      return refuse(`The flag --${name} needs a value: --${name} ${flag.value}.`)
    }
    parsed.values.set(name, value)
  }
  return { ok: true, parsed }
}

/** What `--help` prints. */
export function helpText(command: string, what: string, flags: readonly Flag[]): string {
  const rows = [...flags, helpFlag].map((flag) => [`  --${flag.name}${flag.value ? ` ${flag.value}` : ''}`, flag.help] as const)
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return [`npm ${spoken(command)} -- [flags]`, what, '', ...rows.map(([left, right]) => left.padEnd(width) + right)].join('\n')
}

/** A TCP port; 0 means any free one. */
export function parsePort(text: string): number | null {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  return port <= 65_535 ? port : null
}

const splitOnce = (text: string): [string, string?] => {
  const at = text.indexOf('=')
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}

/** The scripts that npm runs without "run". */
const spoken = (command: string): string => (command === 'start' || command === 'test' ? command : `run ${command}`)
