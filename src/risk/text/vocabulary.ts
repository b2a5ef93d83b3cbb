/** Word → small number, looked up by the bytes of a token: exact, without making a string. */
export class Vocabulary {
  private table: Int32Array
  private starts: Int32Array
  private bytes: Uint8Array
  private mask: number
  readonly size: number

  /** Words must be plain ASCII; a word's id is its place in `words` plus one; 0 means unknown. */
  constructor(readonly words: readonly string[]) {
    this.size = words.length + 1
    let cap = 16
    while (cap < words.length * 3) cap <<= 1
    this.mask = cap - 1
    this.table = new Int32Array(cap)
    this.starts = new Int32Array(words.length + 2)
    let total = 0
    for (const w of words) total += w.length
    this.bytes = new Uint8Array(total)
    let at = 0
    words.forEach((w, i) => {
      this.starts[i + 1] = at
      let h = SEED
      for (let k = 0; k < w.length; k++) {
        const b = w.charCodeAt(k)
        this.bytes[at++] = b
        h = step(h, b)
      }
      let slot = finish(h) & this.mask
      while (this.table[slot] !== 0) slot = (slot + 1) & this.mask
      this.table[slot] = i + 1
    })
    this.starts[words.length + 1] = at
  }

  /** Id of the bytes `buf[from, to)` whose running hash is `hash`; 0 when not known. */
  find(buf: Uint8Array, from: number, to: number, hash: number): number {
    const { table, mask, starts, bytes } = this
    let slot = finish(hash) & mask
    for (;;) {
      const id = table[slot]!
      if (id === 0) return 0
      const s = starts[id]!
      const n = starts[id + 1]! - s
      if (n === to - from) {
        let k = 0
        while (k < n && bytes[s + k] === buf[from + k]) k++
        if (k === n) return id
      }
      slot = (slot + 1) & mask
    }
  }

  idOf(word: string): number {
    const buf = new Uint8Array(word.length)
    let h = SEED
    for (let i = 0; i < word.length; i++) {
      buf[i] = word.charCodeAt(i)
      h = step(h, buf[i]!)
    }
    return this.find(buf, 0, word.length, h)
  }
}

export const SEED = 0x811c9dc5 | 0
export const step = (h: number, b: number) => Math.imul(h ^ b, 0x01000193)
export const finish = (h: number) => {
  h ^= h >>> 15
  h = Math.imul(h, 0x2c1b3c6d)
  return (h ^ (h >>> 12)) >>> 0
}
