/** Where things are in this installation. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const out = join(root, 'out')
export const programFile = (name: 'api' | 'import' | 'setup' | 'host' | 'desk-worker') => join(out, 'programs', `${name}.js`)
export const moduleFile = (...parts: string[]) => join(root, 'node_modules', ...parts)
