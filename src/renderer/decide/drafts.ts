/** Drafts as the core keeps them: one text per item, with a draft for each action begun. Versioned, so that a newer desk can read an older one. */
import { reasonCodes, verdicts, type ReasonCode, type Verdict } from '#contract/review'
import { clinicalParts, emptyDraft, isWritten, type Draft } from './draft'
import { readDue } from './promise'

export type ItemDrafts = {
  /** The action that was written last. */
  last: Verdict
  by: Partial<Record<Verdict, Draft>>
}

const mark = 'wallguide-draft:2:'
/** One draft for the whole item, as an earlier version kept it. */
const older = 'wallguide-draft:1:'
const most = 100_000

/** Text for `item.saveDraft`; empty when nothing was written; null when it would not fit (the draft then stays on screen only). */
export function packDrafts({ last, by }: ItemDrafts): string | null {
  const written = Object.fromEntries(Object.entries(by).filter(([, draft]) => isWritten(draft)))
  if (Object.keys(written).length === 0) return ''
  const text = mark + JSON.stringify({ last, by: written })
  return text.length <= most ? text : null
}

const isText = (v: unknown): v is string => typeof v === 'string'
const isVerdict = (v: unknown): v is Verdict => verdicts.some((x) => x === v)

/** Reads kept drafts. Text that is not ours (another version, another desk) becomes a reply: words are never dropped. */
export function unpackDrafts(text: string): ItemDrafts | null {
  if (!text) return null
  const plain = (body: string): ItemDrafts => ({ last: 'support_reply', by: { support_reply: { ...emptyDraft('support_reply', 'support'), body } } })
  const version = [mark, older].find((m) => text.startsWith(m))
  if (!version) return plain(text)
  try {
    const value = JSON.parse(text.slice(version.length)) as Record<string, unknown>
    if (version === older) {
      const draft = readDraft(value, isVerdict(value['verdict']) ? value['verdict'] : 'support_reply')
      return { last: draft.verdict, by: { [draft.verdict]: draft } }
    }
    const by: ItemDrafts['by'] = {}
    for (const [verdict, draft] of Object.entries((value['by'] ?? {}) as Record<string, Record<string, unknown>>)) {
      if (isVerdict(verdict)) by[verdict] = readDraft(draft, verdict)
    }
    return { last: isVerdict(value['last']) ? value['last'] : 'support_reply', by }
  } catch {
    return plain(text.slice(version.length))
  }
}

function readDraft(v: Record<string, unknown>, verdict: Verdict): Draft {
  const reason = reasonCodes.find((x) => x === v['reason']) ?? ('support' satisfies ReasonCode)
  const base = emptyDraft(verdict, reason)
  const texts = ['body', 'note', 'contentNote', 'question', 'rule', 'promise', ...clinicalParts] as const
  const spans = Array.isArray(v['spans']) ? (v['spans'] as Draft['spans']).filter((s) => Number.isInteger(s?.start) && Number.isInteger(s?.end)) : []
  const services = Array.isArray(v['services']) ? v['services'].filter(isText) : []
  const days = typeof v['days'] === 'number' ? v['days'] : base.days
  const kept = Object.fromEntries(texts.flatMap((name) => (isText(v[name]) ? [[name, v[name]]] : [])))
  return { ...base, ...kept, spans, services, days, promiseDue: readDue(v['promiseDue']), template: isText(v['template']) ? v['template'] : null }
}
