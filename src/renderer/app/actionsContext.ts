import { createContext, use } from 'react'
import type { Actions } from './actions'

export const ActionsContext = createContext<Actions | null>(null)

export function useActions(): Actions {
  const actions = use(ActionsContext)
  if (!actions) throw new Error('useActions outside of its provider')
  return actions
}
