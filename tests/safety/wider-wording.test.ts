import { describe, expect, test } from 'vitest'
import { AMBER, CRISIS, GREEN, grade, RED } from './scale'

describe('no tomorrow, in other words', () => {
  test.each([
    "I don't plan on seeing my next birthday", "If tomorrow never came I'd be relieved", 'every night I pray my heart just stops', "living isn't for me, I have tried it long enough", "I'm jealous of people who don't wake up",
    "Tomorrow I won't be anyone's problem", "I've made peace with leaving this world", 'I just want to leave this life', 'it should have been me in that car, not him', 'I want to go to sleep forever', "I can't picture myself growing old, I was never meant to last",
    "I'm fed up of my life only, better I die", "ion wanna be here no mo", "I'm finna dip out this life",
  ])('MFT red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(["I won't be home for my next birthday, we are on holiday", "I'm jealous of people who can sleep on planes", 'I hope tomorrow comes soon, it is our trip', 'living here is fine for me', 'we walked by the sea and saw the tide come in'])('MFT the same words of other things are below red: %s', (t) => expect(grade(t)).toBeLessThan(RED))
})

describe('when and where', () => {
  test.each(["once mum's asleep I'm going to do it", 'when they have left I will do it', "I'm past the yellow line and I can't go back", 'I need five more minutes of courage to do it', 'sitting with my feet over the edge, it is quiet up here'])('MFT red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(["I've got the gun in my lap", 'I took them about ten minutes ago. It is done. Tell mum I love her.', "she isn't breathing right and there are empty packets everywhere", 'I mixed everything in the cabinet and drank it'])('MFT crisis: %s', (t) => expect(grade(t)).toBe(CRISIS))
  test.each(["once the kids are in bed I'll do the ironing", 'stand behind the yellow line please, said the announcement', 'Just took my tablets and made a brew, good night all', 'Cut my finger chopping onions, blood everywhere, all good now', 'Bought a rope for the swing, the kids are thrilled'])('MFT everyday is green or amber: %s', (t) =>
    expect(grade(t)).toBeLessThanOrEqual(AMBER))
  test.each(['Just took my tablets and made a brew, good night all', 'Bought a rope for the swing, the kids are thrilled', 'Goodnight all, off to bed'])('MFT green: %s', (t) => expect(grade(t)).toBe(GREEN))
})

describe('the body and the home', () => {
  test.each([
    'I burnt myself with the iron, I needed to feel something', "I haven't eaten since Sunday and blacked out in the shower", 'my teacher put his hand up my skirt and said not to tell', "my dad said if mum doesn't come home he'll kill us all",
    "mum hasn't come home for two nights and there is no food in the house", 'he put a pillow over my face last night',
  ])('MFT red at least: %s', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(['My cat died this morning and I cannot stop crying', 'I lost my job today and I feel awful, but my sister is coming over', 'Miscarried in May. Some days I just sit in the nursery.', 'The sadness comes in waves, today was a big wave'])('MFT sadness alone is read soon, not first: %s', (t) =>
    expect(grade(t)).toBeLessThan(RED))
})

describe('ordinary words one letter from a hard one, and ordinary places', () => {
  test.each([
    'A heron stood by the canal this morning', 'The bride was late and the beach was lovely', 'My cousin is from Niger', 'We stood on the bridge for the photo', 'I sat by the river and thought about nothing', 'She stood at the edge of the dance floor',
    'The writs arrived and were filed herein',
  ])('MFT green: %s', (t) => expect(grade(t)).toBe(GREEN))
  test.each(['I think I am overdoing it at work', 'We stood on the bridge and watched the boats', 'The heron stood by the canal and I nearly did not go home'])('MFT below red: %s', (t) => expect(grade(t)).toBeLessThan(RED))
  test.each(['I sat by the river alone tonight, sorry everyone', 'I am on the bridge and I am cold', 'Standing on the bridge again, thinking how easy it would be', 'He wants to kill himself and I do not know what to do', 'nobody would notice if I was gone'])('MFT red at least: %s', (t) =>
    expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test.each(['I want to die and have decided that it will be tonight', 'Sitting on the roof. Do not look for me.'])('MFT crisis: %s', (t) => expect(grade(t)).toBe(CRISIS))
})
