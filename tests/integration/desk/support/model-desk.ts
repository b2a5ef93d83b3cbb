/** A whole core on a real folder, with a model server at the other end of its line and a clock that is turned by hand. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DeskEvent } from '../../../../src/main/desk/desk'
import { createCore, type Core, type CoreOptions } from '../../../../src/main/desk/core'
import { ModelServer } from '../../../property/desk/model-server'
import { ModelLine } from '../../../property/desk/model-transport'
import { ask, cheapScrypt, passphrase, temporaryFolder } from './desk'
import { settled, TurnedClock } from './turned-clock'

export class ModelDesk {
  readonly clock = new TurnedClock()
  readonly server = new ModelServer()
  readonly line: ModelLine
  readonly folder = temporaryFolder()
  readonly events: DeskEvent[] = []
  readonly #more: Partial<CoreOptions>
  core: Core

  constructor(more: Partial<CoreOptions> = {}) {
    this.#more = more
    this.line = new ModelLine(this.server, 0, () => this.clock.now())
    this.core = this.start()
  }

  /** A core as after a start of the program. */
  start(more: Partial<CoreOptions> = {}): Core {
    this.core = createCore({
      dataDir: this.folder.path,
      apiUrl: 'http://model.invalid',
      host: 'loopback',
      version: 'test',
      emit: (event) => this.events.push(event),
      clock: this.clock,
      random: () => 0.5,
      transport: this.line,
      scryptCost: cheapScrypt,
      ...this.#more,
      ...more,
    })
    return this.core
  }

  /** Signed in, vault made, first sync over. */
  async opened(items = 3) {
    for (let item = 0; item < items; item++) this.server.create(this.clock.now())
    await ask(this.core, 'desk.signIn', { username: 'guide-0', password: 'a passphrase', code: '123456' })
    await ask(this.core, 'vault.create', { passphrase })
    await settled()
    return this
  }

  get profileFolder(): string {
    const profiles = join(this.folder.path, 'profiles')
    return join(profiles, readdirSync(profiles)[0] ?? '')
  }

  async queue() {
    const { view, total } = await ask(this.core, 'queue.open', { filter: {} })
    const { rows } = await ask(this.core, 'queue.rows', { view, start: 0, count: 200 })
    return { view, total, rows }
  }

  async decideFirst(note = '') {
    const { rows } = await this.queue()
    const row = rows[0]
    if (!row) throw new Error('The queue is empty')
    const { item } = await ask(this.core, 'item.open', { item: row.id })
    return ask(this.core, 'decision.make', { item: item.id, itemVersion: item.version, action: { verdict: 'watch' }, reason: 'support', note })
  }

  async chooseAgain() {
    const { profiles } = await ask(this.core, 'desk.state', {})
    return ask(this.core, 'desk.chooseProfile', { profile: profiles[0]?.id ?? null })
  }

  async end() {
    await this.core.close()
    this.folder.remove()
  }
}
