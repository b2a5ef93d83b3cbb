import { createStore } from './store'

/** Everything readable is covered; nothing is locked and nothing is lost. */
export const privacy = createStore<boolean>(false)
