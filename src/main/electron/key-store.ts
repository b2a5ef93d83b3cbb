/** The operating system's key store through Electron: the asynchronous interface only, which alone reaches every store on Linux. */
import type { KeyStore } from '../desk/vault/key-store'
import type { SafeStoragePart } from './parts'

const named: Partial<Record<NodeJS.Platform, string>> = { darwin: 'keychain', win32: 'dpapi' }

/** Of Linux's stores, these two keep keys where anybody can read them, or are not known yet. */
const unprotected = new Set(['basic_text', 'unknown'])

export function electronKeyStore(safeStorage: SafeStoragePart, platform: NodeJS.Platform = process.platform): KeyStore {
  return {
    async backend() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return null
      const name = named[platform] ?? safeStorage.getSelectedStorageBackend()
      return unprotected.has(name) ? null : name
    },
    encrypt: async (text) => (await safeStorage.encryptStringAsync(text)).toString('base64'),
    async decrypt(blob) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(Buffer.from(blob, 'base64'))
      return { text: result, again: shouldReEncrypt }
    },
  }
}
