/** What pages may not do: go elsewhere, open windows, embed others, or be granted anything. */
import { isOurs } from './address'
import type { AppPart, SessionPart } from './parts'

/** Holds for every page that will ever be created. */
export function guardPages(app: AppPart): void {
  app.on('web-contents-created', (_created, contents) => {
    for (const event of ['will-navigate', 'will-redirect'] as const) {
      contents.on(event, (navigation) => {
        // Reloading itself is how the renderer forgets what was decrypted for it.
        if (!isOurs(navigation.url)) navigation.preventDefault()
      })
    }
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

export function denyPermissions(session: SessionPart): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}
