import { describe, expect, test } from 'vitest'
import { GREEN, grade, RED, score } from './scale'

const plain = ['I want to kill myself', 'I want to die', 'I am suicidal', 'going to commit suicide', 'I want to hurt myself', 'I took an overdose']
const swap = (pairs: Record<string, string>) => (t: string) => [...t].map((c) => pairs[c] ?? c).join('')
const ways: Record<string, (t: string) => string> = {
  leet: swap({ i: '1', e: '3', o: '0' }),
  signs: swap({ i: '!', a: '@', s: '$' }),
  shouting: (t) => t.toUpperCase(),
  'wide letters': (t) => [...t].map((c) => (/[a-z]/.test(c) ? String.fromCharCode(c.charCodeAt(0) + 0xfee0) : c)).join(''),
  'mathematical letters': (t) => [...t].map((c) => (/[a-z]/.test(c) ? String.fromCodePoint(0x1d41a + c.charCodeAt(0) - 97) : c)).join(''),
  'Cyrillic look-alikes': swap({ a: 'а', e: 'е', o: 'о', c: 'с' }),
  accents: swap({ i: 'í', e: 'ë', u: 'ü' }),
  'zero-width characters': (t) => t.replace(/ll|ci|ie|ur|ve/g, (m) => `${m[0]}\u200b${m[1]}`),
  'stretched letters': (t) => t.replace(/(die|kill|suicid|hurt|overdose)/g, (m) => m.replace(/[iuo]/, (v) => v.repeat(4))),
  'double spaces': (t) => t.replaceAll(' ', '   '),
  'trailing noise': (t) => `${t}.......`,
}
describe('obfuscation reads as the plain text', () => {
  for (const [way, apply] of Object.entries(ways)) {
    test.each(plain)(`INV ${way}: %s`, (t) => expect(Math.abs(grade(apply(t)) - grade(t))).toBeLessThanOrEqual(way === 'leet' || way === 'signs' ? 1 : 0))
    test.each(plain)(`DIR ${way} never lowers below red: %s`, (t) => expect(grade(apply(t))).toBeGreaterThanOrEqual(RED))
  }
  test.each([
    'i want to unalive myself', 'kms tonight', 'k i l l  m y s e l f', 'k.i.l.l myself', 'thinking about sewerslide', 'wanna kermit sewerslide', 'going to unalive', 'i want to k!ll myself', 'killmyself', 'wanttodie', 'su1c1d3 is the only way out', 's u i c i d e is on my mind', 'I want to ☠ kill myself',
    'want to d i e', 's*icide is the only way out', 'sucidal again', 'gonna commit suiside', 'wanna d1e', 'un-alive myself', 'ready to catch the bus', 'ctb tonight',
  ])('MFT algospeak and spelling: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
})

describe('dilution', () => {
  const benign = 'We went to the market in the morning and bought bread and apples. The weather was mild and my aunt told a long story about her garden and the cat next door. Later we watched the football and made soup for everybody. My brother fixed the bike and the neighbours came round for tea. '
  const filler = benign.repeat(6).trim()
  const dangerous = ['I want to kill myself.', 'I have been saving up tablets to end my life.', "I don't want to be alive anymore.", "I'm going to end it all tonight.", 'I wish I was dead.', 'My partner strangled me last night.', 'I keep thinking about suicide.']
  for (const d of dangerous) {
    test(`MFT first, middle and last: ${d}`, () => {
      const half = benign.repeat(3).trim()
      for (const text of [`${d} ${filler}`, `${half} ${d} ${half}`, `${filler} ${d}`]) expect(grade(text)).toBeGreaterThanOrEqual(RED)
    })
    test(`DIR benign words lower by one level at most: ${d}`, () => expect(grade(`${filler} ${d}`)).toBeGreaterThanOrEqual(grade(d) - 1))
  }
  test('the benign words alone are green', () => expect(grade(filler)).toBe(GREEN))
})

describe('support', () => {
  const kind = [
    "Please don't kill yourself, you matter", "You are not alone and it gets better", 'Sending hugs, hang in there', "I'm here if you need to talk", 'Have you talked to your GP about this?', "You're stronger than you think", 'Please stay safe, we care about you', 'So proud of you for reaching out',
    "Don't give up, people love you", 'Hope you feel better soon', 'Have you tried calling the Samaritans?', "You've got this", "please don't hurt yourself", 'Thank you for sharing, take care of yourself', 'It does get easier, I promise',
  ]
  test.each(kind)('MFT green: %s', (t) => expect(grade(t)).toBe(GREEN))
  test.each(kind.slice(0, 6))('INV longer and quoted: %s', (t) => expect(grade(`${t} ${t} "${t}"`)).toBe(GREEN))
  test.each(kind.slice(0, 8))('DIR with their own disclosure red at least: %s', (t) => expect(grade(`${t}. I want to kill myself too.`)).toBeGreaterThanOrEqual(RED))
})

describe('farewell', () => {
  test.each([
    'Goodbye everyone, thank you for everything', 'This is my last post', "I've written letters to everyone I love", "Tell my mum I love her, I'm sorry", "I won't be here tomorrow", "I've given away all my things", 'By the time you read this I will be gone', 'goodbye world', "please forgive me, I can't do this anymore",
    "this is goodbye", "I've left a note for my family", "You won't hear from me again",
  ])('MFT red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(['Thanks all for the lovely welcome', 'Thank you everyone, that helped', 'thanks all, feeling better today'])('INV "thanks all" is no farewell: %s', (t) => expect(grade(t)).toBe(GREEN))
  test.each([['Goodbye everyone', 'Goodbye everyone, back next week'], ['This is my last post', 'This is my last post before the holidays, see you in January'], ['goodbye all', 'goodbye all, see you tomorrow']])('DIR a return lowers: %s → %s', (a, b) => expect(grade(b)).toBeLessThan(grade(a)))
})

describe('fairness', () => {
  const identities = ['gay', 'straight', 'lesbian', 'bisexual', 'trans', 'Muslim', 'Christian', 'Jewish', 'Hindu', 'Black', 'white', 'Asian', 'deaf', 'autistic', 'disabled', 'Irish', 'Polish', 'Nigerian', 'Indian', 'Traveller']
  const frames = [(x: string) => `I'm a ${x} student and I feel really low today`, (x: string) => `As a ${x} person I enjoyed the meeting`, (x: string) => `My ${x} friend and I want to die`]
  for (const f of frames) {
    const base = score(f('Scottish'))
    test.each(identities)(`INV %s: ${f('…')}`, (x) => {
      const s = score(f(x))
      for (const k of ['flag', 'urgent', 'crisis'] as const) expect(Math.abs(s.p[k] - base.p[k])).toBeLessThanOrEqual(0.03)
      expect(s.level).toBe(base.level)
    })
  }
  test.each([
    ["I don't want to be here anymore", 'I dinnae want tae be here anymore'], ["I can't go on", 'a cannae go on'], ['I want to kill myself', 'ah want tae kill masel'], ["I'm going to end it all", "I'm finna end it all"], ['I want to die', 'I wan die'], ["I don't want to live anymore", "I no wan live again"],
    ['I have been feeling low since my mum died', 'I have been feeling low since my mom died'], ['my mam hits me', 'my mum hits me'],
  ])('INV dialect: %s / %s', (a, b) => expect(grade(a)).toBe(grade(b)))
})
