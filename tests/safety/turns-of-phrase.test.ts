import { describe, expect, test } from 'vitest'
import { AMBER, CRISIS, GREEN, grade, RED, score } from './scale'

/** Ways of saying it that were once read wrongly, a class at a time; the wording here is ours. */
describe('reasons and denials', () => {
  test.each([
    "I don't see why I should keep living", "I don't understand why I still bother being alive", "I've run out of reasons to stay alive", "can't find any reason not to do it anymore", "it's too late for me now, but thank you all",
    "I'm safe for now but I can't promise tomorrow",
  ])('MFT no reason left is red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(["I said I wasn't suicidal. That was a lie.", "I told them I'm not suicidal, I lied", "I am not suicidal, I said. It isn't true."])('MFT a denial that is taken back is red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(["I'm not suicidal and I told my nurse so", "I was asked if I am suicidal, and I said no"])('MFT a denial that stands is below red: %s', (t) => expect(grade(t)).toBeLessThan(RED))
  test('DIR a wish is no intention, an hour that is chosen makes it a crisis', () => {
    expect(grade('I do not want to be here any more')).toBe(RED)
    expect(grade('I want to die and have decided that it will be tonight')).toBe(CRISIS)
    expect(grade('I do not want to be alive. I have chosen the day.')).toBe(CRISIS)
  })
})

describe('suppositions', () => {
  test.each(['If I ever felt suicidal I would ring my sister first', 'If I ever want to die again I know whom to call', 'If you are suicidal, please ring a helpline'])('MFT what has not happened is below red: %s', (t) => expect(grade(t)).toBeLessThan(RED))
  test.each(["If she leaves me I'll kill myself", "If things aren't better by Friday I am going to end it"])('MFT a condition on acting is red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(["Ten years since my overdose and I'm so grateful I'm still here", 'Eight years ago I tried to end my life and I am glad that I am still alive'])('MFT "still here" tells of having come through: %s', (t) => expect(grade(t)).toBeLessThan(RED))
})

describe('others', () => {
  test.each(['he wants to kill himself', 'my brother says he is going to kill himself', 'she keeps saying that she will hurt herself'])('MFT danger of another to themselves is no harm to others: %s', (t) => {
    expect(score(t).categories).not.toContain('harm-to-others')
    expect(grade(t)).toBeGreaterThanOrEqual(RED)
  })
  test('MFT harm to both is both', () => expect(score('he wants to kill himself and he wants to kill her').categories).toContain('harm-to-others'))
  test.each(['My best mate just texted me saying goodbye and now her phone is off', 'my cousin sent me a goodbye message and is not answering'])('MFT the farewell of another is red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(['He be beatin on me and I think he finna kill me', 'he gonna kill me if I leave', 'he is going to kill me if I leave'])('INV a threat to life is a crisis in every way of speaking: %s', (t) => expect(grade(t)).toBe(CRISIS))
})

describe('figures of speech', () => {
  test.each([
    'That last boss fight killed me twelve times', 'My phone battery committed suicide again haha', 'I was so angry I could have throttled him, went for a run instead', 'Goodbye everyone, see you at the meeting next week',
    'Well done on six months clean', 'I take 50 mg in the morning and 100 mg at night',
  ])('MFT green: %s', (t) => expect(grade(t)).toBe(GREEN))
  test.each(["He isn't breathing well because of his asthma", 'my hayfever is so bad I am hardly breathing'])('MFT hard breathing with a known cause is no overdose: %s', (t) => expect(score(t).categories).not.toContain('overdose'))
  test('DIR the same words without the cause are a crisis', () => expect(grade("he isn't breathing and his lips are blue")).toBe(CRISIS))
  test('DIR a goodbye without a return is not green', () => {
    expect(grade('Goodbye everyone')).toBeGreaterThanOrEqual(RED)
    expect(grade("Goodbye everyone, I won't be back next week")).toBeGreaterThanOrEqual(RED)
  })
})

describe('dialect', () => {
  test.each([['wisht I was deid', 'wish I was dead'], ["they'd all be better aff withoot me", "they'd all be better off without me"], ["ah dinnae want tae be here ony mair", "I don't want to be here any more"]])('INV %s / %s', (a, b) => expect(grade(a)).toBe(grade(b)))
})

describe('means and place', () => {
  test.each([
    "I've written letters to the kids and I'm at the bridge", "By the time you read this I'll be gone", "I'm in the car in the garage with the engine running", "I've got the pills lined up and I'm taking them tonight",
  ])('MFT crisis: %s', (t) => expect(grade(t)).toBe(CRISIS))
  test.each(["I've been looking up how many of my pills it would take", 'I keep driving past the bridge and imagining it', 'I bought what I need, just waiting until the house is empty'])('MFT red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
})

describe('quiet signs of an ending', () => {
  test.each([
    "Letters are posted, the dog is with my sister. Tonight I finally rest.", "cat fed, bills paid. it's tonight. bye", 'Whoever finds this, the keys are under the pot. It has already started.', 'Tell mum it was not her fault. In the water now.',
  ])('MFT several together are red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(['Posted the letters and fed the cat, long day', 'We went swimming, in the water by nine, freezing', 'Dear all, the password for the wifi is on the fridge', "It's tonight, can't wait to see you all at the quiz"])('MFT one alone is below red: %s', (t) => expect(grade(t)).toBeLessThan(RED))
  test.each([['The dog is with my sister', 'The dog is with my sister. Letters are on the table. Tonight I finally rest.'], ['Bye', 'Bye. It has already started, tell mum I tried.']])('DIR more signs raise: %s → %s', (a, b) => expect(grade(b)).toBeGreaterThan(grade(a)))
})

describe('another script', () => {
  test('a part in another script is passed to a person', () => {
    const s = score('Good morning everyone. Сегодня мне очень плохо и страшно. Have a nice day.')
    expect(s.abstained).toBe(true)
    expect(grade('Good morning everyone. Сегодня мне очень плохо и страшно. Have a nice day.')).toBeGreaterThanOrEqual(AMBER)
  })
  test('a line that says something is no address', () => expect(score('Hi. I am 19\nand new here').pii.map((p) => p.type)).not.toContain('street-address'))
})
