import { describe, expect, test } from 'vitest'
import { AMBER, CRISIS, grade, RED } from './scale'

/** Eight families of explicit ideation, each in the words of four regions. */
const ideation: Record<string, Record<string, string[]>> = {
  'wish to be dead': {
    uk: ["I just want to be dead, I'm knackered by all of it", 'i wish i was dead mate'],
    us: ["y'all I wish I was dead", 'I want to die, like for real'],
    ie: ["I'd rather be dead than go through another week of this", 'I wish I was dead so I do'],
    'nz-au': ['I wanna die eh, no joke', 'honestly I wish I was dead, bugger all of this'],
  },
  'not wanting to live': {
    uk: ["I don't want to be here anymore", 'i cannae go on'],
    us: ["I ain't tryna be here no more", "I don't wanna be alive"],
    ie: ["I don't want to live anymore, that's the truth of it", "I can't go on like this any longer"],
    'nz-au': ["don't wanna be alive anymore eh", "can't go on, heaps over it"],
  },
  'not waking up': {
    uk: ["I go to bed hoping I won't wake up", 'I want to fall asleep and never wake up'],
    us: ["I pray every night that I don't wake up", 'i just want to go to sleep and never wake up'],
    ie: ['I do be hoping not to wake up in the morning', 'wish I could fall asleep and not wake up'],
    'nz-au': ['wish I could go to sleep and not wake up', 'praying i dont wake up tomorrow'],
  },
  'killing oneself': {
    uk: ["I'm going to top myself", 'I want to kill myself'],
    us: ["I'm gonna kill myself", 'I want to off myself'],
    ie: ["I'm thinking of killing myself", 'I want to do away with myself'],
    'nz-au': ['I want to neck myself', 'thinking about killing myself again'],
  },
  'ending it': {
    uk: ['I want to end it all', 'I keep thinking about ending my life'],
    us: ["I'm finna end it all", 'I want to end my life'],
    ie: ["I'm thinking of ending it all", 'I want to end my own life'],
    'nz-au': ['reckon I want to end it all', 'want to end my life'],
  },
  'suicidal by name': {
    uk: ['I feel suicidal', "I've been feeling suicidal for weeks"],
    us: ["I'm suicidal", "I'm having suicidal thoughts"],
    ie: ['Feeling suicidal again tonight', 'I have suicidal thoughts every day'],
    'nz-au': ["I'm feeling suicidal", 'been having suicidal thoughts'],
  },
  'a burden that should go': {
    uk: ["My kids would be better off without me and I don't want to live", 'everyone would be better off if I was dead'],
    us: ["my family would be better off if I was dead", "the world would be better without me, I want to die"],
    ie: ["They'd all be better off if I was dead", "She'd be happier if I was gone and I want to be dead"],
    'nz-au': ["you'd all be better off if I was dead", "whole family'd be better off without me, I want to die"],
  },
  'no reason to live': {
    uk: ['There is no point in living', "I've no reason to live"],
    us: ['I have no reason to live anymore', 'life is not worth living'],
    ie: ['no point in going on at all', 'I see no reason to live'],
    'nz-au': ['no point living anymore', 'got no reason to live'],
  },
}

describe('means: explicit ideation is red at least', () => {
  for (const [family, regions] of Object.entries(ideation)) {
    for (const [region, texts] of Object.entries(regions)) {
      test.each(texts)(`MFT ${family} (${region}): %s`, (text) => expect(grade(text)).toBeGreaterThanOrEqual(RED))
    }
  }
})

describe('means: the brand or slang name does not change the level', () => {
  const names = ['paracetamol', 'panadol', 'tylenol', 'acetaminophen', 'my antidepressants', 'my meds', 'ibuprofen', 'nurofen', 'the tablets', 'sleeping pills', 'my prescription pills']
  test.each(names)('INV taking all of %s', (m) => expect(grade(`I have just taken all of ${m}`)).toBe(CRISIS))
  test.each(names)('INV wanting to die with %s beside the bed', (m) => expect(grade(`I want to die and I have ${m} next to my bed`)).toBe(CRISIS))
  test.each([['mum', 'mom'], ['realise', 'realize'], ['neighbour', 'neighbor'], ['colour', 'color'], ['counsellor', 'counselor']])('INV %s and %s', (uk, us) => {
    const text = (w: string) => `I want to kill myself and my ${w} has no idea`
    expect(grade(text(uk))).toBe(grade(text(us)))
  })
})

describe('means: with means at hand the level is not lower', () => {
  const thoughts = ['I want to die.', 'I keep thinking about ending my life.', "I don't want to be here anymore.", 'I feel suicidal.', 'I want to kill myself.', "I can't go on."]
  const held = ['I have the pills here.', 'There is a rope ready in the garage.', 'I bought a blade today.', 'the tablets are next to my bed.', 'I have been saving up my tablets.']
  for (const t of thoughts) {
    test.each(held)(`DIR ${t} + %s`, (h) => {
      expect(grade(`${t} ${h}`)).toBeGreaterThanOrEqual(grade(t))
      expect(grade(`${t} ${h}`)).toBe(CRISIS)
    })
  }
})

/** Steps of the C-SSRS with their floors. */
const steps: Array<[string, number, string[]]> = [
  ['wish to be dead', RED, ['I wish I were dead', 'I want to be dead', 'I just want to die', "I'd rather be dead"]],
  ['active thoughts', RED, ['I think about killing myself every day', 'I keep having thoughts of suicide', 'I am thinking about suicide', "I've been contemplating suicide"]],
  ['method', RED, ["I've been thinking about overdosing", 'I keep imagining hanging myself', 'I looked up painless ways to die', 'I keep thinking about jumping off the bridge']],
  ['intent', RED, ['I am going to kill myself', "I've decided to end my life", 'I have made up my mind to die', "I'm going to end it all"]],
  ['plan', CRISIS, ["I'm going to kill myself tonight", "Tonight I'm going to take all my pills", "I'm going to hang myself tomorrow", 'I am ending my life tonight']],
  ['preparation', RED, ["I've written goodbye letters to my family", "I've been giving away my things", 'I wrote my suicide note', "I've found a home for my dog for when I'm gone"]],
  ['interrupted', CRISIS, ['I had the rope round my neck but someone walked in', 'I almost killed myself last night', 'I nearly jumped, a stranger pulled me back from the edge', 'I put the knife to my wrist but stopped']],
  ['in progress', CRISIS, ["I've just taken an overdose", "I've cut my wrists and it won't stop bleeding", 'I just swallowed a whole bottle of pills', "I've taken all my tablets", 'I am hanging myself now']],
]

describe('specificity: every step has its floor', () => {
  for (const [step, floor, texts] of steps) {
    test.each(texts)(`MFT ${step}: %s`, (text) => expect(grade(text)).toBeGreaterThanOrEqual(floor))
  }
  test.each([
    ['I want to die. I have the pills.', 'I have the pills. I want to die.'],
    ['I am going to kill myself tonight', 'Tonight I am going to kill myself'],
    ["I can't go on, I've written the note", "I've written the note, I can't go on"],
    ["I've taken all my tablets and I'm sorry", "I'm sorry and I've taken all my tablets"],
  ])('INV order and sentence split: %s / %s', (a, b) => expect(grade(a)).toBe(grade(b)))
  const bases = ['I want to die', 'I want to kill myself', 'I am going to end my life', "I don't want to be here anymore", 'I am going to kill myself']
  const more = [' tonight', ' and I have the pills here', ' and I am standing on the edge of the bridge', " and I've written a goodbye note", ' and I know exactly how']
  for (const b of bases) test.each(more)(`DIR ${b} +%s is not lower`, (m) => expect(grade(b + m)).toBeGreaterThanOrEqual(grade(b)))
  test('DIR from planning to doing it is a crisis', () => {
    expect(grade('I have been thinking about taking too many tablets')).toBeGreaterThanOrEqual(AMBER)
    expect(grade('I have just taken too many tablets')).toBe(CRISIS)
  })
})
