/** The model card: what was measured, on what, how, and what it does not say. */
import type { AbuseFigures, BiasRow, VignetteFigures } from './bias'
import type { FoldFigures } from './folds'
import type { PackedFigures } from './packed'
import type { PiiFigure } from './pii'

export interface Parts {
  packVersion: string
  packed: PackedFigures | null
  licensed: FoldFigures | null
  protocol: FoldFigures | null
  pii: { looked: PiiFigure[]; held: PiiFigure[] } | null
  identity: BiasRow[] | null
  dialect: BiasRow[] | null
  abuse: AbuseFigures | null
  vignettes: VignetteFigures[] | null
}

const f3 = (v: number) => v.toFixed(3)
const row = (cells: Array<string | number>) => `| ${cells.join(' | ')} |`
const table = (head: string[], rows: Array<Array<string | number>>) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

interface Line {
  points: Array<[number, number]>
  colour: string
  label: string
}

function plot(title: string, x: string, y: string, lines: Line[]): string {
  const w = 420
  const h = 320
  const px = (v: number) => 50 + v * 340
  const py = (v: number) => 270 - v * 230
  const ticks = [0, 0.25, 0.5, 0.75, 1]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" role="img" aria-label="${title}" font-family="sans-serif" font-size="11">`,
    `<rect width="${w}" height="${h}" fill="#fff"/><text x="50" y="22" font-size="13">${title}</text>`,
    ...ticks.map((t) => `<line x1="${px(t)}" x2="${px(t)}" y1="${py(0)}" y2="${py(1)}" stroke="#ddd"/><text x="${px(t) - 8}" y="286">${t}</text><line x1="${px(0)}" x2="${px(1)}" y1="${py(t)}" y2="${py(t)}" stroke="#ddd"/><text x="22" y="${py(t) + 4}">${t}</text>`),
    `<line x1="${px(0)}" y1="${py(0)}" x2="${px(1)}" y2="${py(1)}" stroke="#999" stroke-dasharray="4 4"/>`,
    ...lines.map((l, i) => `<polyline fill="none" stroke="${l.colour}" stroke-width="2" points="${l.points.map(([a, b]) => `${px(a).toFixed(1)},${py(b).toFixed(1)}`).join(' ')}"/><text x="${px(0.55)}" y="${py(0.3) + i * 14}" fill="${l.colour}">${l.label}</text>`),
    `<text x="180" y="308">${x}</text><text x="12" y="160" transform="rotate(-90 12 160)">${y}</text></svg>`,
  ].join('\n')
}

function folds(f: FoldFigures): string {
  return `${table(['task', 'positives', 'AUROC', 'recall in the top 40%', 'ECE'], f.tasks.map((t) => [t.task, t.positives, f3(t.auroc), f3(t.recallAt40), f3(t.ece)]))}

Macro-F1 over amber, red and crisis: **${f3(f.macroF1)}**.`
}

export function modelCard(p: Parts): { text: string; plots: Record<string, string> } {
  const colours = ['#1f6f8b', '#b4552d', '#5b4b8a']
  const plots: Record<string, string> = {}
  const main = p.protocol ?? p.licensed
  if (main) {
    plots['calibration.svg'] = plot('Calibration on the measured folds', 'predicted', 'observed', main.tasks.map((t, i) => ({ label: t.task, colour: colours[i]!, points: t.bins.filter((b) => b.n >= 10).map((b) => [b.predicted, b.observed] as [number, number]) })))
    plots['recall.svg'] = plot('Found by reading the top share of the posts', 'share of posts read', 'share of positives found', main.tasks.map((t, i) => ({ label: t.task, colour: colours[i]!, points: [[0, 0], ...t.curve] as Array<[number, number]> })))
  }
  const missing = 'Not measured on this machine: the data was not here.'
  const pii = (list: PiiFigure[]) => table(['type', 'true spans', 'precision', 'recall', 'exact span'], list.map((x) => [x.type, x.truth, f3(x.precision), f3(x.recall), f3(x.exact)]))
  const bias = (list: BiasRow[]) => table(['wording', 'texts', 'flag', 'urgent', 'crisis', 'levels changed'], list.map((b) => [b.what, b.texts, f3(b.flag), f3(b.urgent), f3(b.crisis), `${(100 * b.levels).toFixed(1)}%`]))
  const text = `# Model card of the risk scorer

Pack \`${p.packVersion}\`. Written by \`npm run risk:eval\`; do not edit by hand.

## What it is for
It puts the posts that wait for a clinician in an order, shows which words speak for and against, and says when it cannot
judge. It never hides a post, never answers one and never closes an episode. A clinician decides every post.

## What it was trained on
The Reddit C-SSRS Suicide Dataset of 500 users by Gaur and others (CC BY 4.0, Zenodo 10.5281/zenodo.2667859), whose label belongs to the
user: which posts earned it is estimated (multiple-instance learning). Calm comments of GoEmotions and Wikipedia talk comments of the
unintended-bias set (Apache-2.0) as everyday background, and our own vignettes. The pack holds weights of words and letter sequences,
no text of anybody. Post-level annotations of the same collection have no stated licence: they measure, they never train what ships.

## Ranking on real posts
2,677 posts of 375 users, 5 folds by user. No user of a measured fold, and no user who shares a post with one, trains that fold. Folds are measured when the method changes, not
with every pack; the pack of the day is measured in the last lines of this section.

**With the other folds** (the protocol of the published baselines; these weights are not shipped):

${p.protocol ? folds(p.protocol) : missing}

**Licensed data only** (how the shipped pack is trained, once per fold):

${p.licensed ? folds(p.licensed) : missing}

${p.packed ? `The shipped pack through its public interface, where measured users may have been trained on: ${p.packed.tasks.map((t) => `${t.task} AUROC ${f3(t.auroc)}, recall at 40% ${f3(t.recallAt40)}`).join('; ')}; macro-F1 of its levels ${f3(p.packed.macroF1)}; ${p.packed.abstained} texts not judged.` : ''}

Targets: urgent AUROC ≥ .85 and recall at 40% ≥ .83; crisis AUROC ≥ .83; flagged AUROC ≥ .87; macro-F1 ≥ .42; ECE ≤ .02.
${main ? '\n![Calibration](model-card/calibration.svg)\n\n![Recall by share read](model-card/recall.svg)\n' : ''}
## Personal data
Synthetic sentences, found when the spans overlap. Sentence templates are halved: one half was looked at while the rules were
written, the other only measured. Addresses of the set are cut into fragments (house numbers, postcodes) that count one by one.

${p.pii ? `Looked at:\n\n${pii(p.pii.looked)}\n\nOnly measured:\n\n${pii(p.pii.held)}` : missing}

Names and postcodes are found by the words around them, so recall on bare lists of names is low by design.

## Fairness
Largest mean difference of a probability between wordings that only change who somebody is:

${p.identity ? bias(p.identity) : missing}

Mean difference between a text and the same text in another way of writing:

${p.dialect ? bias(p.dialect) : missing}
${p.abuse?.madlibs ? `\nSpread of the mean flag probability over ${p.abuse.madlibs.terms} identity terms in harmless template sentences: ${f3(p.abuse.madlibs.spread)}.\n` : ''}
## Abuse carried by emoji
${p.abuse?.hatemoji ? `${p.abuse.hatemoji.cases} functional cases: recall ${f3(p.abuse.hatemoji.recall)}, false alarms ${f3(p.abuse.hatemoji.falseAlarms)}.` : missing}

## Our vignettes
${p.vignettes ? p.vignettes.map((v) => `Themes of the ${v.split} split (rows: written level, columns: given level; categories found ${f3(v.categoryRecall)}):\n\n${table(['', 'green', 'amber', 'red', 'crisis'], ['green', 'amber', 'red', 'crisis'].filter((l) => v.table[l]).map((l) => [l, ...['green', 'amber', 'red', 'crisis'].map((c) => v.table[l]![c]!)]))}`).join('\n\n') : missing}

## Limits
- The level of a post in the measuring set is partly the level of its writer: kind replies of a person in danger count as danger.
  No model that reads one post can know that, which bounds the figures above.
- Texts of that set were altered by their makers (words replaced by concepts, apostrophes dropped).
- Understatement without any of the usual words ("wrote one letter each") is found less often than plain words.
- English only; other languages are passed to a person as not judged.
- Probabilities are calibrated on Reddit posts. A community has its own rates: recalibrate from its decisions, watch the drift alarm.
`
  return { text, plots }
}
