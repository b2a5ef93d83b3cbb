/** What is printed when everything is up. Pure. */
import type { z } from 'zod'
import type { DemoAccount } from '../../contract/staff'

export type Account = z.infer<typeof DemoAccount>
export type Running = { community: string; api: string; desk: string | null; workstation: string; accounts: Account[] }

/** The one line of `--json`. */
export const jsonLine = ({ community, desk, api, accounts }: Running): string => JSON.stringify({ community, desk, api, accounts })

/** What a person reads. */
export function announcement(running: Running): string[] {
  const lines = ['', 'Wallguide is ready.', '', `  Community    ${running.community}`, `  API          ${running.api}/openapi.json`]
  lines.push(`  Workstation  ${running.desk ?? 'in its own window'}`, `               ${running.workstation}`, '')
  if (running.accounts.length > 0) lines.push(...accountTable(running.accounts))
  else lines.push('There are no demo accounts here. The command `npm run setup` makes a first member of staff and an access code.', '')
  lines.push('First keys in the workstation: j and k move, Enter opens and claims, ? shows every key.', 'Ctrl-C stops everything.', '')
  return lines
}

function accountTable(accounts: readonly Account[]): string[] {
  const rows = accounts.map((account) => [account.role, account.user, account.password, where(account)])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return [
    'Demo accounts (made up; for this machine only):',
    ...rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()),
    'Staff sign in with six digits as well: the sign-in screen offers the current ones for each demo account.',
    '',
  ]
}

const where = (account: Account): string =>
  account.opens === 'desk' ? 'workstation' : account.opens === 'community' ? 'community' : 'no screen of its own yet'
