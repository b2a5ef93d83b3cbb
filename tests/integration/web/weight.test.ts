import { describe, expect, it } from 'vitest'
import { run } from '../../bench/web/weight'

describe('a topic page is light', () => {
  it('stays within its budget for page, script, stylesheet and font', async () => {
    const rows = await run()
    expect(rows).toHaveLength(4)
    expect(rows.filter(({ pass }) => !pass)).toEqual([])
  })
})
