import { describe, expect, it } from 'vitest'
import { parseFlags, parsePort } from '../../../src/program/flags'
import { communityArgs } from '../../../src/program/community-args'
import { deskOptions, startOptions } from '../../../src/program/start/options'

const here = { cwd: '/home/someone', root: '/srv/wallguide' }

describe('the flags of npm start', () => {
  it('have defaults: port 4180, the data beside the program, the demo, an open browser', () => {
    expect(startOptions([], here)).toEqual({ kind: 'run', options: { open: true, port: 4180, data: '/srv/wallguide/.data', demo: true, host: 'auto', json: false } })
  })

  it('are all understood, with = or a space', () => {
    const asked = ['--no-open', '--port=5000', '--data', 'mine', '--no-demo', '--host', 'loopback', '--json']
    expect(startOptions(asked, here)).toEqual({ kind: 'run', options: { open: false, port: 5000, data: '/home/someone/mine', demo: false, host: 'loopback', json: true } })
  })

  it.each([
    [['--prot', '5000'], 'There is no flag --prot. Nothing was started. See: npm start -- --help'],
    [['now'], '"now" is not something that start understands.'],
    [['--port'], 'The flag --port needs a value: --port N.'],
    [['--port', '--json'], 'The flag --port needs a value'],
    [['--port', '70000'], '"70000" is not a port.'],
    [['--port', '4e3'], '"4e3" is not a port.'],
    [['--json=yes'], 'The flag --json takes no value.'],
    [['--host', 'firefox'], '"firefox" is not a way to run the workstation.'],
  ])('%j is refused with a sentence', (argv, sentence) => {
    const answer = startOptions(argv, here)
    expect(answer.kind).toBe('refused')
    expect(answer.kind === 'refused' && answer.sentence).toContain(sentence)
    expect(answer.kind === 'refused' && answer.sentence).toContain('Nothing was started.')
  })

  it('are explained by --help', () => {
    const answer = startOptions(['--help'], here)
    for (const flag of ['--no-open', '--port N', '--data DIR', '--no-demo', '--host loopback|electron', '--json']) expect(answer.kind === 'help' && answer.text).toContain(flag)
  })
})

describe('the flags of npm run desk', () => {
  it('name a community and a folder of their own', () => {
    expect(deskOptions(['--api', 'http://127.0.0.1:4999/', '--data', '/d'], here)).toMatchObject({ kind: 'run', options: { api: 'http://127.0.0.1:4999', data: '/d' } })
    expect(deskOptions([], here)).toMatchObject({ kind: 'run', options: { api: 'http://127.0.0.1:4180', data: '/srv/wallguide/.data/desk-two' } })
  })

  it.each(['4999', 'ftp://x', 'http://x/path', 'http://u:p@x/', 'http://x/?q'])('refuse %s as a community', (api) => {
    expect(deskOptions(['--api', api], here)).toMatchObject({ kind: 'refused' })
  })
})

describe('other commands', () => {
  it('keep words only where words are expected', () => {
    expect(parseFlags('test', [], ['unit', 'e2e'], { words: true })).toMatchObject({ ok: true, parsed: { words: ['unit', 'e2e'] } })
    expect(parseFlags('bench', [], ['unit'])).toMatchObject({ ok: false })
  })

  it('know a port from a number that is none', () => {
    expect(['0', '65535', '65536', '-1', '1.5', ''].map(parsePort)).toEqual([0, 65535, null, null, null, null])
  })

  it('import into the folder that npm start uses', () => {
    expect(communityArgs(['posts.jsonl'], here)).toEqual(['posts.jsonl', '--data', '/srv/wallguide/.data/community'])
    expect(communityArgs(['--data', 'mine', 'posts.jsonl'], here)).toEqual(['posts.jsonl', '--data', '/home/someone/mine/community'])
    expect(communityArgs(['posts.jsonl', '--data=/m'], here)).toEqual(['posts.jsonl', '--data', '/m/community'])
  })
})
