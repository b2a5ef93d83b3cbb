/** Work that nobody waits for: once the frame that is being made has been painted. Where nothing is drawn, a little later. */
export function afterPaint(work: () => void): void {
  if (typeof requestAnimationFrame === 'undefined') setTimeout(work)
  else requestAnimationFrame(() => setTimeout(work))
}
