import { describe, expect, it } from 'vitest'
import { fuses, windowPreferences } from '../../../../src/main/electron/preferences'

describe('Electron’s switches', () => {
  it('cannot be changed at run time', () => {
    expect(Object.isFrozen(windowPreferences)).toBe(true)
    expect(Object.isFrozen(fuses)).toBe(true)
  })

  it('close every door from the page to Node', () => {
    const open = Object.entries(windowPreferences).filter(([, value]) => value === true)
    expect(open.map(([name]) => name).sort()).toEqual(['contextIsolation', 'safeDialogs', 'sandbox', 'webSecurity'])
  })

  it('close the program to being run as Node, and bind it to its own archive', () => {
    const on = Object.entries(fuses).filter(([, value]) => value)
    expect(on.map(([name]) => name).sort()).toEqual(['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'])
  })
})
