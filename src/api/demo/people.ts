/** Demo staff and the two members that anyone may sign in as. Everything is made up; the passwords are public on purpose. */
import type { DemoAccount, StaffRole } from '#contract/staff'
import type { NewStaff } from '../identity/staff-accounts'

type DemoStaff = NewStaff & { id: string; role: StaffRole }

const registration = (number: string) => ({ body: 'Demo Register of Clinicians', number, expires: '2099-12-31' })

export const demoStaff: readonly DemoStaff[] = [
  { id: '01900000-0000-7000-8000-000000000001', username: 'robin', password: 'demo guide robin', totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', pseudonym: 'Wall Guide Robin', role: 'guide', registration: registration('DEMO-0001') },
  { id: '01900000-0000-7000-8000-000000000002', username: 'ash', password: 'demo guide ash', totpSecret: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU', pseudonym: 'Wall Guide Ash', role: 'guide', registration: registration('DEMO-0002') },
  { id: '01900000-0000-7000-8000-000000000003', username: 'linden', password: 'demo lead linden', totpSecret: 'MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK', pseudonym: 'Wall Guide Linden', role: 'lead', registration: registration('DEMO-0003') },
  { id: '01900000-0000-7000-8000-000000000004', username: 'sage', password: 'demo senior sage', totpSecret: 'ONSWG4TFOQQGCIDTONSWG4TFOQQGCIDT', pseudonym: 'Wall Guide Sage', role: 'senior', registration: registration('DEMO-0004') },
  { id: '01900000-0000-7000-8000-000000000005', username: 'admin', password: 'demo admin account', totpSecret: 'NFXHIZLSNZQWYIDQNFXHIZLSNZQWYIDQ', pseudonym: 'Administrator', role: 'admin', registration: null },
  { id: '01900000-0000-7000-8000-000000000006', username: 'partner', password: 'demo partner account', totpSecret: 'OBQXE5DOMVZCA5TJOBQXE5DOMVZCA5TJ', pseudonym: 'Partner viewer', role: 'partner-viewer', registration: null },
  { id: '01900000-0000-7000-8000-000000000007', username: 'referrer', password: 'demo referrer account', totpSecret: 'OJSWMZLSOJSXEIDBOJSWMZLSOJSXEIDB', pseudonym: 'Referrer', role: 'referrer', registration: null },
  // An episode is closed by two Senior clinicians.
  { id: '01900000-0000-7000-8000-000000000008', username: 'wren', password: 'demo senior wren', totpSecret: 'O5ZGK3RAONSW42LPOJ3XEZLOO5ZGK3RA', pseudonym: 'Wall Guide Wren', role: 'senior', registration: registration('DEMO-0008') },
]

export const demoMembers = [
  { pseudonym: 'quiet-lantern-24', password: 'demo member lantern', country: 'GB' },
  { pseudonym: 'mossy-harbour-51', password: 'demo member harbour', country: 'CA' },
] as const

export const opensWhat = (role: StaffRole): DemoAccount['opens'] => (role === 'guide' || role === 'lead' || role === 'senior' ? 'desk' : 'none')
