/** `npm run risk:score -- --in cases.jsonl --out scored.jsonl` (`-` is stdin or stdout): one JSON object a line, in and out. */
import { createReadStream, createWriteStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { finished } from 'node:stream/promises'
import { createScorer } from '../risk/index'
import { say } from './paths'

interface Case {
  id?: unknown
  text?: unknown
  history?: unknown
  country?: unknown
}

/** `--in x`, `--in=x`; both default to `-`. */
export function readArguments(argv: readonly string[]): { in: string; out: string } | string {
  const found = { in: '-', out: '-' }
  for (let i = 0; i < argv.length; i++) {
    const m = /^--(in|out)(?:=(.*))?$/.exec(argv[i]!)
    if (!m) return `"${argv[i]}" is not understood. Use --in cases.jsonl --out scored.jsonl, with - for stdin or stdout.`
    const value = m[2] ?? argv[++i]
    if (!value) return `--${m[1]} needs a file name, or - for ${m[1] === 'in' ? 'stdin' : 'stdout'}.`
    found[m[1] as 'in' | 'out'] = value
  }
  return found
}

const historyOf = (value: unknown): Array<{ text: string; at: string }> | undefined => {
  if (!Array.isArray(value)) return undefined
  return value.flatMap((h: unknown) => {
    const o = h as { text?: unknown; at?: unknown } | null
    return o && typeof o.text === 'string' ? [{ text: o.text, at: typeof o.at === 'string' ? o.at : '' }] : []
  })
}

async function main(): Promise<number> {
  const args = readArguments(process.argv.slice(2))
  if (typeof args === 'string') {
    say(args)
    return 1
  }
  const input = args.in === '-' ? process.stdin : createReadStream(args.in)
  const output = args.out === '-' ? process.stdout : createWriteStream(args.out)
  let trouble: string | null = null
  input.on('error', (e: Error) => (trouble = `The cases could not be read: ${e.message}`))
  output.on('error', (e: Error) => (trouble = `The scores could not be written: ${e.message}`))
  const scorer = createScorer()
  let line = 0
  let refused = 0
  try {
    for await (const raw of createInterface({ input, crlfDelay: Infinity })) {
      line++
      if (!raw.trim()) continue
      let c: Case
      try {
        c = JSON.parse(raw) as Case
      } catch {
        refused++
        say(`Line ${line} is not JSON and was left out.`)
        continue
      }
      if (c === null || typeof c !== 'object') {
        refused++
        say(`Line ${line} is not a case and was left out.`)
        continue
      }
      const text = typeof c.text === 'string' ? c.text : ''
      const s = scorer.score(text, { history: historyOf(c.history), ...(typeof c.country === 'string' ? { country: c.country } : {}) })
      const { level, p, categories, spans, pii, abstained, packVersion } = s
      const row = { id: c.id ?? null, level, p, categories, spans, pii, abstained, packVersion }
      if (!output.write(`${JSON.stringify(row)}\n`)) await new Promise<void>((resolve) => void (output as NodeJS.WritableStream).once('drain', () => resolve()))
    }
  } catch (e) {
    trouble ??= `The cases could not be read: ${(e as Error).message}`
  }
  if (output !== process.stdout) {
    output.end()
    await finished(output).catch(() => undefined)
  }
  if (trouble) {
    say(trouble)
    return 1
  }
  if (refused) say(`${refused} of ${line} lines were left out.`)
  return 0
}

process.exitCode = await main()
