/** Who uses this computer's desk: one folder per staff member and server. Holds names, never member text. */
import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { Profile } from '#contract/bridge'
import { DeviceId } from '#contract/ids'
import { Staff } from '#contract/staff'
import { makeFolder, type Files } from './files'

const Device = z.object({ id: DeviceId, name: z.string().min(1).max(80) })
export type Device = z.infer<typeof Device>

export class Profiles {
  readonly #files: Files
  readonly #root: string

  constructor(files: Files, dataDir: string) {
    this.#files = files
    this.#root = dataDir
    makeFolder(join(dataDir, 'profiles'))
  }

  /** This computer, as the server knows it. Made once. */
  device(): Device {
    const path = join(this.#root, 'device.json')
    const text = this.#files.read(path)
    if (text !== null) {
      try {
        return Device.parse(JSON.parse(text.toString()))
      } catch {
        // Unreadable: a new number is as good, the server only tells desks apart by it.
      }
    }
    const device = Device.parse({ id: uuidv7(), name: (hostname() || 'desk').slice(0, 80) })
    this.#files.replace(path, JSON.stringify(device))
    return device
  }

  folder(id: string): string {
    if (!/^[0-9a-f]{16}$/.test(id)) throw new Error('Not a profile id')
    return join(this.#root, 'profiles', id)
  }

  idFor(apiUrl: string, staff: Staff): string {
    return createHash('sha256').update(`${apiUrl}\n${staff.id}`).digest('hex').slice(0, 16)
  }

  /** Most recently used first. Only profiles with a vault count. */
  list(): Profile[] {
    const found: Profile[] = []
    for (const id of readdirSync(join(this.#root, 'profiles'))) {
      if (!/^[0-9a-f]{16}$/.test(id)) continue
      const profile = this.find(id)
      if (profile && this.#files.read(join(this.folder(id), 'vault.json')) !== null) found.push(profile)
    }
    return found.sort((a, b) => (a.lastUsed < b.lastUsed ? 1 : -1))
  }

  #read(id: string): unknown {
    if (!/^[0-9a-f]{16}$/.test(id)) return null
    const text = this.#files.read(join(this.folder(id), 'profile.json'))
    if (text === null) return null
    try {
      return JSON.parse(text.toString()) as unknown
    } catch {
      return null
    }
  }

  find(id: string): Profile | null {
    return Profile.safeParse(this.#read(id)).data ?? null
  }

  /** Whose desk it is, for when the session went with a damaged cache. */
  staff(id: string): Staff | null {
    return z.object({ staff: Staff }).safeParse(this.#read(id)).data?.staff ?? null
  }

  save(profile: Profile, staff: Staff | null) {
    makeFolder(this.folder(profile.id))
    // The registration stays out: it is personal and not needed here.
    const kept = staff === null ? this.staff(profile.id) : { ...staff, registration: null }
    this.#files.replace(join(this.folder(profile.id), 'profile.json'), JSON.stringify({ ...profile, staff: kept }))
  }

  remove(id: string) {
    this.#files.remove(this.folder(id))
  }
}
