import { describe, expect, test } from 'vitest'
import { AMBER, CRISIS, GREEN, grade, RED, score } from './scale'

const types = (text: string) => score(text).pii.map((p) => `${p.type}=${text.slice(p.start, p.end)}`)

describe('PII: every type and region with its exact span', () => {
  test.each([
    ['My number is 07700 900123', 'phone=07700 900123'], ['ring me on +44 7700 900456', 'phone=+44 7700 900456'], ['call 01632 960001 after six', 'phone=01632 960001'], ['text me 202-555-0143', 'phone=202-555-0143'], ['(202) 555-0188 is my cell', 'phone=(202) 555-0188'],
    ['call me at +1 202 555 0112', 'phone=+1 202 555 0112'], ['mail anna@example.org please', 'email=anna@example.org'], ['my mail is a.b-c@mail.example.com', 'email=a.b-c@mail.example.com'], ['follow me @quiet_river22', 'handle=@quiet_river22'],
    ['add my snapchat: blue_fox99', 'handle=blue_fox99'], ['I live at 14 Elm Street', 'street-address=14 Elm Street'], ['come to 221 Oak Avenue tonight', 'street-address=221 Oak Avenue'], ['flat 3, 12 Mill Lane', 'street-address=flat 3, 12 Mill Lane'],
    ['my postcode is LS1 4AP', 'postcode=LS1 4AP'], ['K1A 0B1 is my postal code', 'postcode=K1A 0B1'], ['see https://example.org/me', 'url=https://example.org/me'], ['my name is Anna Smith', 'name=Anna Smith'], ['born on 12 March 1991', 'birth-date=12 March 1991'],
    ['my NHS number is 943 476 5919', 'id-number=943 476 5919'], ['I go to Greenfield High School', 'school=Greenfield High School'], ['I work at Brightwell Foods', 'workplace=Brightwell Foods'], ['my date of birth is 01/02/1990', 'birth-date=01/02/1990'],
  ])('MFT %s', (text, found) => expect(types(text)).toContain(found))
  test.each(['07700900123', '07700 900 123', '07700-900-123', '07700.900.123', '+447700900123', '+44 (0)7700 900123'])('INV separators: %s', (n) => expect(types(`call me on ${n} please`)).toContain(`phone=${n}`))
  test.each(['I slept 12 hours and woke at 7', 'It happened in 2019 and again in 2021', 'I weigh 70 kg', 'chapter 12, page 345', 'my score was 1234567', 'see you at 10:30 on 12/05', 'I have 3 kids and 2 dogs', 'Samaritans are on 116 123'])('MFT not personal: %s', (t) => expect(types(t).filter((x) => x.startsWith('phone'))).toEqual([]))
})

describe('abuse', () => {
  test.each(['kill yourself', 'you should kill yourself', 'go die already', 'kys', 'just do it already, nobody cares about you', 'I hope you die', 'go hang yourself', 'the world would be better off without you', 'drink bleach', 'nobody would miss you if you died', 'I will find you and kill you', 'you deserve to die'])(
    'MFT directed incitement is red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(['Sam', 'Aisha', 'Wei', 'mods', 'bro', 'lady'])('INV target name %s', (n) => expect(grade(`${n} you should kill yourself`)).toBe(grade('Anna you should kill yourself')))
  test.each([['you should kill yourself', 'nobody should ever be told "you should kill yourself"'], ['go kill yourself', 'someone wrote "go kill yourself" to me and I reported it'], ['kys', 'Please stop writing "kys" to people']])('DIR quoted or counter-speech is not higher: %s → %s', (a, b) => expect(grade(b)).toBeLessThanOrEqual(grade(a)))
})

describe('safeguarding and domestic abuse', () => {
  test.each([
    'My uncle touches me at night', "I'm 13 and my stepdad comes into my room at night and touches me", 'My dad hits my little brother', 'My boyfriend strangled me', 'He held a knife to my throat', 'My husband hits me', 'She was raped last night', 'my coach asked me for nudes, im 14',
    'My partner put his hands around my neck', 'The carer hits my gran who has dementia', 'My mum locks me in my room without food', 'he threatened to kill me with a gun', 'My ex is stalking me', "My sister's toddler is left alone every night", 'my dad beats my mum',
  ])('MFT red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  const kin = ['husband', 'wife', 'boyfriend', 'girlfriend', 'partner', 'ex']
  test.each(kin)('INV kin: my %s hits me', (k) => expect(grade(`My ${k} hits me`)).toBeGreaterThanOrEqual(RED))
  test.each(kin)('INV kin: my %s strangled me', (k) => expect(grade(`My ${k} strangled me`)).toBe(CRISIS))
  test.each(['My husband hits me', 'He strangled me', 'My partner threatened me with a knife'])('DIR with a child present not lower: %s', (t) => expect(grade(`${t} in front of our baby`)).toBeGreaterThanOrEqual(grade(t)))
})

/** The paper's eight examples, each in several wordings: level and categories. */
const examples: Array<[string, number, string[], string[]]> = [
  ['an intoxicated relative unable to look after a child', RED, ['safeguarding-child'], ["My sister is drunk again and can't look after her little boy", 'My brother is too drunk to take care of his baby and they are alone in the house', "mum is off her head drunk and my baby brother is crying, no one's looking after him", "Her dad is passed out drunk with the kids in the house"]],
  ["a young person's emotionally abusive mother and suicidal thoughts", RED, ['suicide', 'safeguarding-child'], ["I'm 15 and my mum calls me worthless every day, I want to kill myself", "my mom screams at me every day that I'm useless and I keep thinking about suicide. im 14", 'My mother is emotionally abusive and I want to die, I am sixteen', "I'm 13. my mum humiliates me and I don't want to live anymore"]],
  ['posting from a high-risk location', RED, ['suicide'], ["I'm on the edge of the bridge looking at the water", "I'm sitting on the ledge of the roof", "standing on the bridge, I want to jump", "I'm at the top of the cliff and I can't go back"]],
  ['wrists cut', CRISIS, ['suicide'], ["I've cut my wrists", 'I just slit my wrists', "my wrists are cut and bleeding", "cut my wrists and it won't stop bleeding"]],
  ['a very large amount of painkillers taken', CRISIS, ['overdose'], ["I've taken an extremely high quantity of painkillers", 'I took loads of painkillers about an hour ago', "I've swallowed all the painkillers in the house", 'just took a whole packet of painkillers']],
  ['bleach by the bed with an intention', RED, ['suicide'], ["I keep a bottle of bleach by my bed and I'm going to drink it", "There is a bottle of bleach next to my bed, I want to end my life", "the bleach is beside my bed ready, I'm going to kill myself", "I've got bleach under my bed and I plan to drink it tonight"]],
  ['violence to an elderly relative with dementia', RED, ['safeguarding-adult'], ['I hit my gran, she has dementia and I lost my temper', "My nan has dementia and yesterday I slapped her", 'my brother hits our mother who has dementia', 'I was violent to my elderly father with dementia']],
  ['a partner who hits, trapped', RED, ['domestic-abuse'], ["My boyfriend hits me, I'm trapped and I can't leave", "My husband beats me and I can't get away from him", "he hits me and I'm scared to leave him", "my partner punches me, there's no way out, I can't leave her"]],
]
describe("the paper's eight examples", () => {
  for (const [what, floor, categories, texts] of examples) {
    test.each(texts)(`MFT ${what}: %s`, (text) => {
      const s = score(text)
      expect(grade(text)).toBeGreaterThanOrEqual(floor)
      for (const c of categories) expect(s.categories).toContain(c)
    })
  }
})

describe('history', () => {
  const series = (texts: string[], step = 86_400_000) => texts.map((text, i) => ({ text, at: new Date(Date.UTC(2026, 0, 1, 12) + i * step).toISOString() }))
  const worse = ['Had a nice walk with the dog today', 'Bit tired but fine, thanks for asking', 'Not sleeping well and feeling low', 'I feel hopeless and everything hurts', "I can't cope with this pain anymore, I feel trapped", 'I want to die']
  test('MFT a worsening series raises the flag', () => {
    const s = score("I can't do this anymore, I want to be dead", series(worse))
    expect(s.spans.some((x) => x.reason.includes('steadily more worrying'))).toBe(true)
  })
  test('MFT a steady series does not', () => {
    const s = score('Nice day in the garden', series(['Lovely walk today', 'Made soup', 'Watched the match with friends', 'Good day at work', 'Read a book in the sun']))
    expect(s.level).toBe('green')
  })
  test('INV jitter under a minute', () => {
    const a = series(worse)
    const b = a.map((h, i) => ({ ...h, at: new Date(Date.parse(h.at) + (i % 2 ? 40_000 : -40_000)).toISOString() }))
    expect(score('I want to be dead', b).level).toBe(score('I want to be dead', a).level)
  })
  test('DIR silence and then a farewell is higher', () => {
    const before = [{ text: 'I want to die', at: '2026-01-01T12:00:00Z' }, { text: 'Thank you for everything, goodbye', at: '2026-01-12T12:00:00Z' }]
    expect(3 - ['crisis', 'red', 'amber', 'green'].indexOf(score('thanks all', before).level)).toBeGreaterThanOrEqual(AMBER)
    expect(grade('thanks all')).toBe(GREEN)
  })
})

describe('system', () => {
  test.each([['', 'empty'], ['   ', 'blank'], ['a quiet day '.repeat(1800), '20,000 characters'], ['Ich weiß nicht mehr weiter und bin so müde von allem', 'German'], ['no puedo más con esta vida, estoy cansado de todo', 'Spanish'], ['😀😀😀', 'emoji'], ['https://example.org/a.png', 'a link'], ['<p><img src="a.png"/></p>', 'markup']])(
    'MFT abstains and is read: %#', (text) => {
      const s = score(text)
      expect(s.abstained).toBe(true)
      expect(s.level).not.toBe('green')
    })
  test('INV the same twice', () => expect(JSON.stringify(score('I want to die'))).toBe(JSON.stringify(score('I want to die'))))
  test('DIR the floor beats the model', () => {
    const s = score("lovely sunny day, great football, thanks everyone, happy happy. I've just taken an overdose. lovely cake and tea")
    expect(s.level).toBe('crisis')
    expect(s.p.crisis).toBeGreaterThanOrEqual(0.5)
  })
})
