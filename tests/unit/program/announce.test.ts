import { describe, expect, it } from 'vitest'
import { announcement, jsonLine, type Account } from '../../../src/program/start/announce'

const accounts: Account[] = [
  { role: 'member', user: 'quiet-lantern', password: 'one two', opens: 'community' },
  { role: 'guide', user: 'robin', password: 'three', totpSecret: 'JBSW', code: '123456', opens: 'desk' },
]
const running = { community: 'http://127.0.0.1:4180', api: 'http://127.0.0.1:4180', desk: 'http://127.0.0.1:5000/?token=t', workstation: 'Opened in your browser: no screen.', accounts }

describe('what npm start says when it is ready', () => {
  it('has the addresses, how the workstation runs and why, accounts and first keys', () => {
    const text = announcement(running).join('\n')
    for (const part of ['http://127.0.0.1:4180', 'http://127.0.0.1:5000/?token=t', 'Opened in your browser: no screen.', 'quiet-lantern', 'robin', 'six digits', 'j and k', 'Enter', '?', 'Ctrl-C']) expect(text).toContain(part)
  })

  it('says nothing of accounts when there are none', () => {
    expect(announcement({ ...running, accounts: [] }).join('\n')).not.toContain('Demo accounts')
  })

  it('is one line of JSON for a program', () => {
    const line = jsonLine(running)
    expect(line).not.toContain('\n')
    expect(JSON.parse(line)).toEqual({ community: running.community, desk: running.desk, api: running.api, accounts })
  })
})
