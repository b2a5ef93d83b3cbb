/**
 * Made-up posts to practise on: written for this project, gentle, nobody real. With each, what an experienced Guide would
 * give it, what would do as well, and why. The levels and verdicts follow the lightest-touch ladder (white paper).
 */
import type { Verdict } from '#contract/review'
import type { Category, Level, PiiType } from '#contract/risk'

export type PracticeItem = {
  level: Level
  topic: string
  author: string
  title: string | null
  text: string
  /** Words, what they speak for, how strongly, and the reason in words. */
  marks?: readonly (readonly [string, Category | 'protective', number, string])[]
  details?: readonly (readonly [string, PiiType])[]
  unsure?: string
  expert: { best: Verdict; fine: readonly Verdict[]; why: string }
}

/** For the lesson: nothing here is hard to read. In this order. */
export const lessonItems: readonly PracticeItem[] = [
  {
    level: 'green', topic: 'Small wins', author: 'practice-heron', title: 'The letter is posted',
    text: 'I carried that letter in my bag for nine days. Today I walked to the box and let go of it. My hands shook and then they stopped.',
    expert: { best: 'no_action', fine: ['support_reply'], why: 'A good day, shared. It stands by itself.' },
  },
  {
    level: 'green', topic: 'Starting out', author: 'practice-otter', title: 'Hello from the back row',
    text: 'I have read here for a while. I am not sure what to say yet, but the kettle is on and I wanted to say hello.',
    expert: { best: 'support_reply', fine: ['no_action'], why: 'A first post that is answered is a reason to come back.' },
  },
  {
    level: 'amber', topic: 'Loneliness', author: 'practice-wren', title: 'Quiet Sundays',
    text: 'Sundays are long here. If anyone would like to talk, my number is 07700 900461, I am up until late.',
    marks: [['Sundays are long here', 'distress', 0.4, 'Says that they are lonely']],
    details: [['07700 900461', 'phone']],
    expert: { best: 'redact', fine: ['message'], why: 'The number is covered; the wish for company stays.' },
  },
  {
    level: 'green', topic: 'Small wins', author: 'practice-badger', title: 'Mud again',
    text: 'The allotment was all mud and I liked it. I planted garlic in a crooked row. Somebody lent me gloves.',
    marks: [['Somebody lent me gloves', 'protective', -0.3, 'Somebody who is there']],
    expert: { best: 'no_action', fine: ['support_reply'], why: 'Nothing here asks for a Guide.' },
  },
  {
    level: 'amber', topic: 'Sleep', author: 'practice-swift', title: 'Half past three',
    text: 'Awake at half past three again. I count the lorries. By breakfast I am no use to anybody and I snap at the cat.',
    marks: [['I am no use to anybody', 'distress', 0.6, 'Thinks little of themselves when tired']],
    expert: { best: 'support_reply', fine: ['message', 'no_action'], why: 'Tired and low, with nothing urgent: a few kind words in the thread.' },
  },
]

/** For the timed round: 20 items of every kind that a shift brings. */
export const roundItems: readonly PracticeItem[] = [
  {
    level: 'crisis', topic: 'Low days', author: 'practice-plover', title: 'Tonight',
    text: 'I have put my papers in order and I do not mean to be here in the morning. I am writing because it is quiet and someone may be up.',
    marks: [['I do not mean to be here in the morning', 'suicide', 2.4, 'Intent, with a time that is near'], ['someone may be up', 'protective', -0.5, 'Reaches out']],
    expert: { best: 'escalate', fine: [], why: 'Intent with a time. It goes to a Lead at once; nothing lighter is enough.' },
  },
  {
    level: 'crisis', topic: 'Family', author: 'practice-curlew', title: 'The door',
    text: 'I am fifteen. He took my door off and says that nobody would believe me. I am frightened of the weekend.',
    marks: [['I am fifteen', 'safeguarding-child', 1.5, 'Says that they are under 18'], ['I am frightened of the weekend', 'safeguarding-child', 1.4, 'Afraid of somebody at home, soon']],
    expert: { best: 'escalate', fine: [], why: 'A child who is afraid at home: the safeguarding lead decides, not one Guide.' },
  },
  {
    level: 'red', topic: 'Low days', author: 'practice-linnet', title: 'It came back',
    text: 'Three calm weeks and then last night I thought about hurting myself again. I did not. I put my coat on and walked until it was light.',
    marks: [['I thought about hurting myself again', 'self-harm', 1.8, 'Recent thoughts of self-harm'], ['I did not', 'protective', -0.8, 'Did not act on it'], ['walked until it was light', 'protective', -0.4, 'Found another way through']],
    expert: { best: 'message', fine: ['signpost', 'watch', 'escalate'], why: 'Recent thoughts and a strength beside them: a private word, and a look at their next posts.' },
  },
  {
    level: 'red', topic: 'Relationships', author: 'practice-siskin', title: 'He checks the miles',
    text: 'He reads the mileage when I come home and wants to know every minute. I have stopped going to choir because it is easier. I am writing from the library.',
    marks: [['He reads the mileage when I come home', 'domestic-abuse', 1.4, 'Is watched by a partner'], ['I have stopped going to choir', 'domestic-abuse', 0.7, 'Gives up what is theirs'], ['I am writing from the library', 'protective', -0.3, 'Has a safe place to write']],
    expert: { best: 'message', fine: ['signpost', 'escalate', 'ask_lead'], why: 'In private, asking first when it is safe to answer. A public reply might be read at home.' },
  },
  {
    level: 'red', topic: 'Low days', author: 'practice-dunnock', title: 'Nobody would notice',
    text: 'If I stopped writing here nobody would notice for a month. I do not say that to be told otherwise. It is just how it is now.',
    marks: [['nobody would notice for a month', 'suicide', 0.9, 'Feels that they would not be missed']],
    expert: { best: 'message', fine: ['watch', 'support_reply', 'ask_lead', 'escalate'], why: 'Somebody did notice, and says so to them alone.' },
  },
  {
    level: 'amber', topic: 'Loneliness', author: 'practice-tern', title: 'Anyone near the canal',
    text: 'New flat, know nobody. I am in flat 4, 12 Alder Mews, if someone wants to knock. I make good soup.',
    marks: [['know nobody', 'distress', 0.4, 'Lonely']],
    details: [['12 Alder Mews', 'street-address']],
    expert: { best: 'redact', fine: ['message'], why: 'The address is covered; the soup stays. They are told why.' },
  },
  {
    level: 'amber', topic: 'Work', author: 'practice-knot', title: 'The rota',
    text: 'They put me on nights again at Fennimore Bakery and I cried in the cold room. I cannot say no because of the rent.',
    marks: [['I cried in the cold room', 'distress', 0.6, 'Overwhelmed at work']],
    details: [['Fennimore Bakery', 'workplace']],
    expert: { best: 'redact', fine: ['support_reply', 'message'], why: 'The name of the workplace could tell colleagues who they are.' },
  },
  {
    level: 'amber', topic: 'Eating', author: 'practice-avocet', title: 'Proud, then cross',
    text: 'Since the break I skip dinner most days because nobody sees it. I am proud and then cross that I am proud. My friend brings soup on Sundays and I eat that.',
    marks: [['I skip dinner most days', 'eating-disorder', 0.9, 'Skips meals, again and again'], ['My friend brings soup on Sundays', 'protective', -0.6, 'Somebody close who helps']],
    expert: { best: 'message', fine: ['support_reply', 'signpost', 'watch'], why: 'Worrying and hidden: a private word rather than a public one.' },
  },
  {
    level: 'amber', topic: 'Grief', author: 'practice-dipper', title: 'His chair',
    text: 'It is five months. I still lay two places. My sister says I should have stopped by now.',
    marks: [['I still lay two places', 'distress', 0.4, 'Grief that goes on']],
    expert: { best: 'support_reply', fine: ['no_action', 'signpost', 'message'], why: 'Grief needs company, in the open, where others who know it can join.' },
  },
  {
    level: 'amber', topic: 'Services', author: 'practice-godwit', title: 'Who do you ring',
    text: 'Who do people ring when it is the middle of the night and it is not an emergency but it is not nothing either?',
    expert: { best: 'signpost', fine: ['support_reply', 'message'], why: 'They ask for a place to turn to: name one that is open then.' },
  },
  {
    level: 'amber', topic: 'Low days', author: 'practice-shrike', title: 'Re: the rota',
    text: 'You always moan about work. Some of us have real problems. Maybe keep it to yourself next time.',
    marks: [['keep it to yourself', 'abuse-trolling', 0.9, 'Talks another member down']],
    expert: { best: 'hide', fine: ['message', 'ask_lead', 'propose_removal'], why: 'It would silence the person it answers. Hidden, with the reason; a word to its author if they write again.' },
  },
  {
    level: 'amber', topic: 'Anxiety', author: 'practice-petrel', title: 'Write to me instead',
    text: 'I helped many people with this. Better to talk outside of here, find me as calm_petrel_77 and I will show you how.',
    marks: [['Better to talk outside of here', 'contact-fishing', 1.1, 'Draws members away from the community']],
    details: [['calm_petrel_77', 'handle']],
    expert: { best: 'redact', fine: ['hide', 'ask_lead', 'propose_removal'], why: 'The way out of the community is covered, and a Lead may want to know.' },
  },
  {
    level: 'amber', topic: 'Anxiety', author: 'practice-ruff', title: null,
    text: 'Gwlyb heddiw. Dw i wedi blino, ond es i allan am dro bach.',
    unsure: 'Most of it is in a language that the scorer was not tested on.',
    expert: { best: 'hand_on', fine: ['ask_lead'], why: 'If you do not read the language, somebody who does should. Nobody asks why you hand on.' },
  },
  {
    level: 'amber', topic: 'Family', author: 'practice-bunting', title: 'What the doctor said, all of it',
    text: 'I want to write down the whole of that day at the hospital as it was, because people here may need to know how it is. It is hard to read, so look away if you are not up to it.',
    marks: [['It is hard to read', 'triggering-detail', 0.6, 'May be hard for others']],
    expert: { best: 'content_note', fine: ['support_reply', 'no_action'], why: 'It may stay; readers choose whether to open it.' },
  },
  {
    level: 'green', topic: 'Small wins', author: 'practice-whimbrel', title: 'Rang them myself',
    text: 'I rang the surgery myself. I practised on the stairs first. The person was kind.',
    marks: [['The person was kind', 'protective', -0.3, 'A good experience of asking for help']],
    expert: { best: 'no_action', fine: ['support_reply'], why: 'A win. The thread will cheer without a Guide.' },
  },
  {
    level: 'green', topic: 'Starting out', author: 'practice-pipit', title: 'First time',
    text: 'Hello. I read for a week before I dared. The thread about allotments made me laugh out loud on the bus.',
    expert: { best: 'support_reply', fine: ['no_action'], why: 'Somebody new should not wait for an answer.' },
  },
  {
    level: 'green', topic: 'Books', author: 'practice-chough', title: 'This song kills me',
    text: 'That chorus kills me every time, in the best way. I played it four times doing the dishes and dropped a cup.',
    expert: { best: 'no_action', fine: [], why: 'A figure of speech. Nothing to do.' },
  },
  {
    level: 'green', topic: 'Low days', author: 'practice-fulmar', title: 'A year on',
    text: 'A year ago I was in a very dark place and told nobody. I did tell somebody, in the end. Today I walked past that building and only thought about lunch.',
    marks: [['in a very dark place', 'distress', 0.3, 'A hard time, told as past'], ['I did tell somebody', 'protective', -0.7, 'Asked for help']],
    expert: { best: 'no_action', fine: ['support_reply', 'content_note'], why: 'Told from the other side. It may help others as it is.' },
  },
  {
    level: 'green', topic: 'Books', author: 'practice-merlin', title: 'Cheap watches',
    text: 'Best watches at half price this week only. Ask me for the list.',
    marks: [['half price this week only', 'spam', 0.9, 'Sells something']],
    expert: { best: 'hide', fine: ['propose_removal', 'ask_lead'], why: 'Off topic. It goes from sight; a Lead makes the second check before it is removed.' },
  },
  {
    level: 'green', topic: 'Grief', author: 'practice-crake', title: null,
    text: 'What you wrote about your grandfather’s watch stayed with me all day. Thank you.',
    expert: { best: 'no_action', fine: [], why: 'Members looking after each other. Leave it be.' },
  },
]
