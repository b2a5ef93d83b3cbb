/** Rows of the performance budget, and how they are shown. Pure. */

export type Row = {
  /** As the budget in the architecture names it. */
  name: string
  value: number
  unit: string
  /** A bound to hold: a number, or in words such as "≤ 16 ms". */
  target: number | string
  pass: boolean
  /** What the same machine can do at most, measured in the same run. */
  raw?: number
  note?: string
}

/** Checks what a bench gave; a sentence when it is not rows. */
export function readRows(value: unknown): { ok: true; rows: Row[] } | { ok: false; sentence: string } {
  if (!Array.isArray(value)) return { ok: false, sentence: 'it gave no list of rows' }
  const wrong = value.findIndex((row: unknown) => !isRow(row))
  return wrong === -1 ? { ok: true, rows: value as Row[] } : { ok: false, sentence: `its row ${wrong + 1} has no name, value, unit, target or pass` }
}

function isRow(row: unknown): row is Row {
  if (typeof row !== 'object' || row === null) return false
  const { name, value, unit, target, pass, raw } = row as Record<string, unknown>
  return (
    typeof name === 'string' &&
    typeof value === 'number' &&
    Number.isFinite(value) &&
    typeof unit === 'string' &&
    (typeof target === 'number' || typeof target === 'string') &&
    typeof pass === 'boolean' &&
    (raw === undefined || typeof raw === 'number')
  )
}

const figure = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en-GB') : String(Math.round(value * 1000) / 1000))

export function table(rows: readonly Row[]): string[] {
  const cells = rows.map((row) => [row.pass ? 'ok' : 'MISSED', row.name, `${figure(row.value)} ${row.unit}`, typeof row.target === 'number' ? figure(row.target) : row.target, row.raw === undefined ? '' : figure(row.raw), row.note ?? ''])
  const all = [['', 'what', 'measured', 'target', 'raw limit', ''], ...cells]
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd())
}
