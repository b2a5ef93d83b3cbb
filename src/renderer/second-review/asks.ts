import type { ItemView } from '#contract/bridge'
import type { Level } from '#contract/risk'

/** A second reading that is not answered and has no level of its reader yet: nothing of the scorer may show. */
export const asksOwnLevel = (view: Pick<ItemView, 'item' | 'secondReading'>): boolean => view.item.status === 'open' && view.secondReading?.ownLevel === null

export const ownLevelCommand = { crisis: 'own-crisis', red: 'own-red', amber: 'own-amber', green: 'own-green' } as const satisfies Record<Level, string>
