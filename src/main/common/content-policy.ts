/** What the renderer's pages may do, under either shell. Pure. */

export type PolicyOptions = {
  /** Development only: origin of vite's web socket; also lets its inline preamble run. */
  hotReload?: string
}

/**
 * Content-Security-Policy of the renderer. Nothing from elsewhere, no inline script. Inline styles are allowed: the component
 * library writes its variables into a style element.
 */
export function contentPolicy(options: PolicyOptions = {}): string {
  const { hotReload } = options
  return [
    `default-src 'none'`,
    `script-src 'self'${hotReload ? ` 'unsafe-inline'` : ''}`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'${hotReload ? ` ${hotReload}` : ''}`,
    `worker-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** Sent with every answer that a page can see. */
export const pageHeaders = (options: PolicyOptions = {}): Record<string, string> => ({
  'content-security-policy': contentPolicy(options),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
})
