/** Services near the member that fit what the item is about, and the signpost that begins with them. */
import type { ItemView, ServiceHit } from '#contract/bridge'
import type { ItemId } from '#contract/ids'
import type { Workstation } from '../app/workstation'
import { say } from '../app/announce'

/** Asked of the core's own directory: it answers without a network. Empty when the member's country is not known. */
export async function nearTo(station: Workstation, view: ItemView): Promise<ServiceHit[]> {
  const answer = await station.bridge.call('directory.near', { country: view.item.author.country, themes: view.score.categories })
  return answer.ok ? answer.value.hits : []
}

/** Begins a signpost with what is near. What was chosen before for this item stays first. */
export async function beginNear(station: Workstation): Promise<void> {
  const view = station.shownView
  if (!view) return
  const item: ItemId = view.item.id
  const hits = await nearTo(station, view)
  if (station.shown !== item) return
  if (hits.length === 0) say(view.item.author.country === null ? 'The member’s country is not known. Search the directory by hand.' : 'Nothing near them fits. Search the directory by hand.')
  station.begin('signpost', hits.length > 0 ? { services: station.composer.chosen(item, view.draft, hits.map((h) => h.service.id)) } : {})
}
