import { describe, expect, test } from 'vitest'
import { AMBER, CRISIS, GREEN, grade, RED, score } from './scale'

const below = (limit: number, list: string[]) => test.each(list)(`MFT below ${['', 'amber', 'red', 'crisis'][limit]}: %s`, (t) => expect(grade(t)).toBeLessThan(limit))
const least = (limit: number, list: string[]) => test.each(list)(`MFT at least ${['', 'amber', 'red', 'crisis'][limit]}: %s`, (t) => expect(grade(t)).toBeGreaterThanOrEqual(limit))
const green = (list: string[]) => test.each(list)('MFT green: %s', (t) => expect(grade(t)).toBe(GREEN))

describe('red: consider, and crisis: act', () => {
  test.each(['I want to kill myself and I do not know whom to tell', 'he wants to kill himself', 'my husband keeps saying we would be better off without him'])('MFT red and no more: %s', (t) => expect(grade(t)).toBe(RED))
  test('MFT a person who wants to kill himself is no danger to others', () => {
    expect(score('he wants to kill himself').categories).not.toContain('harm-to-others')
    expect(score('he wants to kill himself').categories).toContain('suicide')
  })
  test.each(['my plan is to overdose on Friday when they are out', 'I just cut my wrist and it will not stop bleeding', 'I have the tablets in my hand and I will take them tonight'])('MFT crisis: %s', (t) => expect(grade(t)).toBe(CRISIS))
})

describe('sadness is read, not rushed', () => {
  below(RED, [
    'Today I miss my grandmother very much and I cried a little', 'I felt sad when the leaves fell, autumn always does this to me', 'it is a year since dad passed and the house is so quiet', "I don't know what to do about my job",
    'I know when I am going to Spain', 'some nights I lie awake and worry about money', 'nobody came to my birthday and it stung', 'first Christmas without her, I keep laying her place', 'I said goodbye to my nan at the hospice today',
    'I am grieving my mother and the evenings are the hardest', 'Everyone has gone home and the house is quiet now', 'My divorce came through. I feel empty and relieved at once.', 'I feel like I am drowning at work lately', "I'm finally at peace with my divorce",
  ])
})

describe('negation turned round, doubled and undone', () => {
  below(RED, [
    'there is no way I would ever end my life', 'not once have I thought about ending it', 'I have never wanted to die', 'nobody here is suicidal, just a bit fed up', 'I stopped wanting to die when I got the right medication',
    'I have no desire to harm myself', 'thankfully the thoughts of ending my life have passed', 'the suicidal thoughts are gone, thank you all', 'neither of us is thinking about suicide',
  ])
  least(RED, [
    "not a day goes by that I don't think about suicide", "don't tell me not to kill myself", "why shouldn't I just die", 'nobody can stop me from ending it', 'I do not think I can stay alive', "I can't see myself living past this month",
    'I have never wanted to die more than now', "I can't promise that I won't kill myself", "I wouldn't mind dying", 'I no longer see a reason to live', "I don't deserve to live", "I'm not going to be around much longer",
    'tomorrow you will not have to worry about me', 'I hate being alive', 'I have been thinking a lot about not being here', 'the only way this ends is with me dead', "they'd all be better off if I wasn't around",
  ])
})

describe('then and now', () => {
  below(RED, ['I used to cut myself when I was fifteen, I am thirty now and fine', "years back I self harmed, haven't for a decade", 'When I was a teenager I wanted to die; now I coach swimming'])
  least(RED, ['I used to be happy, now I want to die', 'when I was young I wanted to die and I still do', 'I used to think about suicide and now it is back', 'I was clean for two years and last night I cut again'])
})

describe('who it is said of', () => {
  below(RED, [
    'What would you say to someone who wants to die? It is for my training.', 'it is wrong to tell people to kill themselves', 'How do I help a student who self harms?', 'news: a man jumped from a bridge yesterday, police say', 'he told me to kill myself and I reported him',
    'why do people kill themselves? We discussed it in sociology',
  ])
  least(RED, [
    'my flatmate has locked herself in the bathroom with pills', 'a girl in my class said she will jump tonight', 'someone in this group said they have a plan for tonight', 'my pupil told me she has been cutting her arms', 'my carer hits my nan', 'my daughter is 12 and has taken some pills',
    'like the song says "I don\'t want to live", and that is me tonight', 'I want to stab my boss, I have the knife in my bag',
  ])
})

describe('places, tablets and partings of every day', () => {
  green([
    'we jumped off the pier into the sea, brilliant summer day', 'The kids jumped off the pier all afternoon', 'sat on the roof terrace with friends watching the sunset', 'stood on the ledge to paint the window frame', 'We stood by the canal and fed the ducks',
    "let's end it here and meet next week", "I'm going to take my tablets with breakfast from now on", 'Took my tablets, had a bath, reading in bed', 'I gave away my old clothes to the charity shop', 'choked on my tea when I read that', 'the order number is 4471',
    'she left me a note on the fridge to buy milk', 'hugged my kids for the last time before their school trip tomorrow', 'I want it to stop raining', "I can't take this heat anymore", "I'm sick of being on hold", 'no reason to stay at that job',
    'nothing matters more than family', 'time to say goodbye to the old car', 'I am ready to go, see you at the station', 'I know how to do it now, thanks for the recipe', 'I know exactly where the shop is', 'no one would notice a typo',
    'everyone would be happier if the heating worked', 'tell mum I love her new kitchen', 'the committee has decided that it will be tonight', 'meet at 10:30 on 14 July',
  ])
  least(RED, ['Sitting on the roof. Do not look for me.', "I'm going to the bridge tonight", 'I keep looking at the train tracks and wondering', 'what if I just jumped in front of a train', 'tonight I will be with my mother in heaven'])
})

describe('further everyday lines', () => {
  below(RED, [
    "I'm not one of those people who would hurt themselves", 'this app is garbage, I want to throw my phone off a cliff lol', 'my houseplants have committed suicide again lol', "I won't be here next week, on leave", 'I will not be around on Sunday, football', "I can't go on Friday, dentist",
    'I hit my head on the cupboard, ouch', 'burnt my arm on the oven, aloe works wonders', 'he touched my heart with that speech', 'heard a voice note from my aunt', 'he does not miss me and it hurts', 'It has been five years since my last attempt and I am thankful',
  ])
  green(['giving up coffee for lent', 'I gave up on the crossword', 'no point buying that, wait for the sale', 'nothing left in the fridge', 'cut my leg shaving', 'blade runner is on tv tonight', 'he is a lifesaver, fixed my laptop', 'we say goodbye to summer', 'the bridge is closed for repairs'])
})

describe('the same danger in other words', () => {
  least(RED, [
    'the world would not miss me', 'all I think about is dying', "I don't see any way forward except suicide", 'my will to live is gone', 'She sent me a picture of pills and said sorry', 'every morning I wake up disappointed that I woke up', 'I was hoping the car would hit me',
    'a man followed me home and I think he is outside', 'he said if I tell anyone he will post my nudes', 'my uncle told me to keep our games secret', 'my ex turned up with a hammer', "I'm going to burn the house down with them in it",
  ])
  least(CRISIS, ['there is a noose in front of me and I am going to use it now', "I'm in the bath with a razor and I have started cutting my wrists", 'I drank bleach'])
  least(AMBER, ['the TV is sending me messages about the mission'])
})

describe('halves, held-down keys and signs', () => {
  least(RED, ['want to kill my self', 'sui cide is the only way', 'im gonna ki ll myself', 'kiiiilll myseeeelf', 'i want 2 kms', 'k.m.s tonight', 'wanna ✂️ my wrists', 'gonna 💀 myself tonight', 'ı ωant to dıe', 'going to 💊💊💊 tonight and not wake up'])
  below(AMBER, ['my self esteem is growing', 'ran 2 kms today', 'that is so 💀 lol', 'the overdue book is back'])
})

describe('other languages are passed to a person', () => {
  test.each(['Ich will nicht mehr leben', 'Heute war ein schöner Tag am See', 'Non voglio più vivere', 'no quiero vivir más, estoy cansado', 'ik wil niet meer leven', 'não quero mais viver', 'Je ne veux plus vivre'])('MFT not judged: %s', (t) =>
    expect(grade(t)).toBeGreaterThanOrEqual(AMBER))
  test.each(['Bon appetit everyone, the lasagne is ready', 'The van broke down near Los Angeles and my son is with me', 'two pints of pale ale and a bin of crisps'])('MFT English with a foreign word is judged: %s', (t) => expect(score(t).abstained).toBe(false))
})

const ordinary = 'Today I went to the shop and bought bread, milk and some apples. The weather was mild and the bus came on time. My neighbour said hello and we talked about the garden and the new bins. Later I cooked pasta and watched a programme about trains with my sister. We laughed about an old holiday photo from the coast. I folded the laundry, called the bank about a form, and wrote a list for next week. The cat slept on the chair all afternoon and did not move once. '
describe('one sentence in a long ordinary post', () => {
  const sentences = ['I cannot go on living.', 'My friend says she will kill herself tonight.', 'The voices tell me to hurt my son.', 'He put his hands round my neck again.', 'I do not think I can stay alive.', 'Nobody can stop me from ending it.']
  test.each(sentences.flatMap((s) => [`${s} ${ordinary}${ordinary}`, `${ordinary}${s} ${ordinary}`, `${ordinary}${ordinary}${s}`]))('MFT at least red: %#', (t) => expect(grade(t)).toBeGreaterThanOrEqual(RED))
  test('MFT the ordinary post alone is green', () => expect(grade(ordinary)).toBe(GREEN))
})
