/** A cursor is compared for equality only, with one exception: the sweep after a snapshot needs to know how far it reached. */
export function placeOf(cursor: string): { epoch: string; seq: number } {
  const dot = cursor.lastIndexOf('.')
  return { epoch: cursor.slice(0, dot), seq: Number(cursor.slice(dot + 1)) }
}
