import { describe, expect, test } from 'vitest'
import { AMBER, CRISIS, GREEN, grade, RED } from './scale'

describe('negation', () => {
  const denied = [
    "I'm not suicidal", 'I am not suicidal, just very tired', "I don't want to die", 'I do not want to kill myself', 'I would never kill myself', "I'm not going to hurt myself", "I have no thoughts of suicide",
    "I don't have suicidal thoughts", "I never think about killing myself", "I'm not thinking about ending my life", "I haven't thought about suicide", "I don't want to hurt myself anymore, things are better", "no plans to end my life, just venting",
    "I wouldn't kill myself", 'not planning to kill myself or anything',
  ]
  test.each(denied)('MFT denied harm is below red: %s', (t) => expect(grade(t)).toBeLessThan(RED))
  const noLife = [
    "I don't want to live", "I don't want to be alive", "I don't wanna be here anymore", "I can't go on", "I never want to wake up again", "I do not wish to exist", "I don't want to exist anymore", "I no longer want to live",
    "I can't live like this anymore", 'there is nothing left to live for', "I don't see the point of living", "I'm not meant to be alive", "I don't want to wake up tomorrow", 'I have no will to live',
  ]
  test.each(noLife)('MFT negated living is red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each([...denied, ...noLife].filter((t) => t.includes("'")))('INV a missing apostrophe: %s', (t) => expect(grade(t.replaceAll("'", ''))).toBe(grade(t)))
  test.each([["I don't want to die", 'I do not want to die'], ["I can't go on", 'I cannot go on'], ["I don't want to live", 'I do not want to live'], ["I won't kill myself", 'I will not kill myself'], ["I'm not suicidal", 'I am not suicidal']])(
    'INV contraction: %s / %s', (a, b) => expect(grade(a)).toBe(grade(b)))
  test.each([['I want to die', 'I do not want to die'], ["I'm going to kill myself", "I'm not going to kill myself"], ['I am suicidal', 'I am not suicidal'], ['I want to hurt myself', "I don't want to hurt myself"], ['I want to end my life', "I don't want to end my life"]])(
    'DIR "not" before harm lowers: %s → %s', (a, b) => expect(grade(b)).toBeLessThan(grade(a)))
  test.each([['I want to live', "I don't want to live"], ['I want to be here', "I don't want to be here"], ['I want to wake up', "I don't want to wake up"], ['I want to be alive', "I don't want to be alive"]])(
    'DIR "not" before life raises: %s → %s', (a, b) => expect(grade(b)).toBeGreaterThan(grade(a)))
  test.each(["I can't stop thinking about killing myself", "not gonna lie, I want to die", 'I not only want to die, I know how', "I don't know how not to kill myself tonight", "no, I want to die", "I can't take this, I want to die"])(
    'MFT a negation that does not reach the words: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(["I'm not suicidal but I have the pills right here", "I don't want to die but I've written the note", "not suicidal, but goodbye everyone"])('MFT denial and contrast: %s', (t) =>
    expect(grade(t)).toBeGreaterThanOrEqual(RED))
})

describe('time', () => {
  const past = [
    'I tried to kill myself ten years ago and I have recovered since', 'I used to want to die', 'When I was 16 I was suicidal, I am fine now', 'Years ago I wanted to kill myself', 'I used to cut myself as a teenager',
    'I was suicidal back in 2012, life is good these days', 'In the past I wanted to end my life', 'I survived a suicide attempt eight years ago and I am glad to be here', 'I used to self harm, five years clean', 'as a teenager I wanted to die, therapy helped',
  ]
  test.each(past)('MFT past and recovered is amber at most: %s', (t) => expect(grade(t)).toBeLessThanOrEqual(AMBER))
  test.each([['in 2012', 'back in 2012'], ['ten years ago', '10 years ago'], ['5 yrs ago', 'five years ago']])('INV date format: %s / %s', (a, b) =>
    expect(grade(`I wanted to kill myself ${a} and I am fine since`)).toBe(grade(`I wanted to kill myself ${b} and I am fine since`)))
  const happened: Array<[string, string]> = [['I tried to kill myself years ago', 'I tried to kill myself tonight'], ['I took an overdose years ago', 'I took an overdose tonight'], ['I wanted to die years ago', 'I want to die tonight'], ['I cut my wrists when I was 15', 'I cut my wrists just now']]
  test.each(happened)('DIR now is higher than then: %s → %s', (a, b) => expect(grade(b)).toBeGreaterThan(grade(a)))
})

describe('experiencer', () => {
  const friends = ['My friend', 'My brother', 'My sister', 'my mate', 'my flatmate', 'My son', 'My daughter', 'My partner', 'My mum', 'my cousin']
  test.each(friends)('MFT %s is going to kill themselves tonight: red at least', (w) => expect(grade(`${w} is going to kill himself tonight and I don't know what to do`)).toBeGreaterThanOrEqual(RED))
  test.each(friends)('MFT %s says they want to die: red at least', (w) => expect(grade(`${w} told me she wants to die`)).toBeGreaterThanOrEqual(RED))
  const fiction = ['In the book the main character kills himself', 'In the film she wants to die at the end', 'The villain in that game killed himself', 'The song is about a man who wants to die', 'Romeo wants to die in the play we are reading', 'the character in my novel is suicidal', 'writing an essay about suicide in Hamlet', 'We studied suicide statistics in class']
  test.each(fiction)('MFT fiction and study is no crisis: %s', (t) => expect(grade(t)).toBeLessThan(RED))
  const bereaved = ['My brother killed himself in 2015', 'I lost my dad to suicide', 'My best friend took his own life last year', 'She died by suicide when I was nine', 'my uncle hanged himself years ago']
  test.each(bereaved)('MFT bereavement is not a crisis: %s', (t) => expect(grade(t)).toBeLessThan(CRISIS))
  const people = ['Sam', 'Aisha', 'Wei', 'Oluwaseun', 'Siobhan', 'Mateusz', 'Priya', 'Jamal']
  test.each(people)('INV the name %s', (n) => expect(grade(`My friend ${n} wants to kill herself`)).toBe(grade('My friend Anna wants to kill herself')))
  test.each([['he', 'she'], ['his', 'her']])('INV gender %s and %s', (a, b) => expect(grade(`I think ${a === 'his' ? 'his plan' : a} ${a === 'his' ? 'is that he wants' : 'wants'} to die`)).toBe(grade(`I think ${b === 'her' ? 'her plan' : b} ${b === 'her' ? 'is that she wants' : 'wants'} to die`)))
  test.each([['He took an overdose years ago', 'I took an overdose tonight'], ['He used to cut himself', 'I cut myself tonight'], ['Someone in the film wants to die', 'I want to die'], ['She lost hope and died years ago by suicide', 'I have lost hope and want to die by suicide']])(
    'DIR they → I is higher: %s → %s', (a, b) => expect(grade(b)).toBeGreaterThan(grade(a)))
})

const idioms = [
  "I'm dying to see the new season", 'this homework is killing me', 'my feet are killing me', 'my phone just died', 'I nearly died laughing', 'that joke killed me lol', "I'd kill for a coffee right now", 'those shoes are to die for',
  'she is going to kill me if I am late for dinner', 'my mum will kill me when she sees the mess', 'he killed it on stage', 'we killed time at the airport', 'dying of laughter over here', "I'm dead 😂", 'dead tired after work', 'the deadline is killing us',
  'I was dying of embarrassment', 'bored to death in this meeting', 'scared to death of spiders', 'over my dead body lol', 'the battery is dead again', 'the plants died in the frost', 'it is a dead end job', 'the suspense is killing me',
  'kill two birds with one stone', 'curiosity killed the cat', 'he shot me a text', 'shoot me an email tomorrow', "let's hang out later", 'hang on a minute', 'I hung the washing out', 'cut me some slack', 'I cut my hair short', 'cutting down on sugar',
  'cut the cake', 'jump in the shower', 'he jumped the queue', 'jumping for joy', 'I bombed the test lol', 'burning the midnight oil', 'I burned the toast', 'it blew my mind', 'bite the bullet', 'shooting hoops with the lads', 'suicide squad was a bad film',
  'that workout was murder', 'I could murder a pizza', 'dressed to kill', 'he is a lady killer', 'a killer app', 'I overdosed on chocolate at Christmas', 'drowning in paperwork', 'buried in emails', 'we are dying for rain here', 'my laptop died mid essay',
  'knock yourself out', 'break a leg tonight', 'I was so hungry I could eat a horse', 'the exam ended me haha', 'it is a matter of life and death for the lawn', 'goodbye party for Tom on Friday', 'killing two hours before the train',
]
describe('idiom', () => {
  test('there are at least sixty', () => expect(idioms.length).toBeGreaterThanOrEqual(60))
  test.each(idioms)('MFT green: %s', (t) => expect(grade(t)).toBe(GREEN))
  test.each(idioms.slice(0, 30))('INV punctuation, lol and emoji: %s', (t) => {
    expect(grade(`${t}!!`)).toBe(GREEN)
    expect(grade(`${t} lol`)).toBe(GREEN)
    expect(grade(`${t} 😂`)).toBe(GREEN)
  })
  test.each(idioms.slice(0, 20))('DIR with a plan it is red at least: %s', (t) => expect(grade(`${t}. I am going to kill myself tonight.`)).toBeGreaterThanOrEqual(RED))
})
