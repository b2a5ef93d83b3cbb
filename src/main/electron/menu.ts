/** The application menu. Pure. The keys of the work itself belong to the renderer; these are the window's. */
import type { MenuItemConstructorOptions } from 'electron'

export type MenuActions = { lock: () => void; syncNow: () => void; quit: () => void }

export function menuTemplate(actions: MenuActions): MenuItemConstructorOptions[] {
  return [
    {
      label: 'Wallguide',
      submenu: [
        { label: 'Lock', accelerator: 'CommandOrControl+L', click: actions.lock },
        { label: 'Sync now', accelerator: 'CommandOrControl+Shift+S', click: actions.syncNow },
        { type: 'separator' },
        { label: 'Quit', accelerator: 'CommandOrControl+Q', click: actions.quit },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
  ]
}
