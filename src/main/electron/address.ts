/** The renderer's address under Electron. Pure. */

export const scheme = 'app'
export const rendererUrl = `${scheme}://wallguide/`

/** Is this one of our own pages? Parsed, never compared by prefix: `app://wallguide.evil` is somebody else. */
export function isOurs(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === `${scheme}:` && host === 'wallguide' && username === '' && password === ''
}
