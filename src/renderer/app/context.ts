import { createContext, use } from 'react'
import type { Desk } from './desk'
import type { Workstation } from './workstation'

export const DeskContext = createContext<Desk | null>(null)
export const WorkstationContext = createContext<Workstation | null>(null)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('useDesk outside of its provider')
  return desk
}

export function useWorkstation(): Workstation {
  const workstation = use(WorkstationContext)
  if (!workstation) throw new Error('useWorkstation outside of its provider')
  return workstation
}
