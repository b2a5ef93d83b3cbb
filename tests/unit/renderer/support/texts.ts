/** Made-up posts: gentle, without method detail, nobody real. */
import type { Category, Level, PiiType } from '#contract/risk'

type Sample = {
  level: Level
  title: string | null
  text: string
  /** Words, category, weight, reason. */
  spans: [string, Category | 'protective', number, string][]
  pii?: [string, PiiType][]
  abstain?: string
}

export const topics = ['Anxiety', 'Low mood', 'Grief', 'Sleep', 'Family', 'Starting out', 'Loneliness']
export const authors = ['quiet-harbour', 'paper.lantern', 'Moss & Rain', 'tuesday_again', 'small hours', 'Kestrel', 'نور البحر', 'second breakfast', 'long-way-round', 'fernlight']

const long = Array.from({ length: 46 }, (_, i) => `Entry ${i + 1}. I am writing everything down because that is what helped before. Today was a day of small things: the kettle, the bus, the neighbour who waves. I notice that I count them. Somebody here once said that counting is not the same as living, and I have been thinking about that while I walk. The evenings are the long part. I make a list of what I will do and then I do half of it, which is more than last month.`).join('\n\n')

export const texts: readonly Sample[] = [
  {
    level: 'crisis',
    title: 'I do not see tomorrow',
    text: 'I have been sitting here since four. I do not want to be here any more, and tonight it feels decided rather than only thought.\n\nMy sister thinks that I am asleep. I wrote her a letter. I keep thinking of the dog, who needs me in the morning, and that is the only thing that holds.',
    spans: [
      ['I do not want to be here any more', 'suicide', 2.4, 'A wish not to live, in the first person and the present'],
      ['tonight it feels decided', 'suicide', 2.1, 'Intent with a time that is near'],
      ['I wrote her a letter', 'suicide', 1.4, 'Preparation'],
      ['the dog, who needs me in the morning', 'protective', -0.9, 'A reason for living'],
    ],
  },
  {
    level: 'red',
    title: 'It is back',
    text: 'Three good weeks and now it is back. I thought about hurting myself again last night and I told nobody. I did not do it. I put my coat on and walked until it was light.',
    spans: [
      ['I thought about hurting myself again last night', 'self-harm', 1.8, 'Thoughts of self-harm, recent'],
      ['I told nobody', 'distress', 0.5, 'Alone with it'],
      ['I did not do it', 'protective', -0.8, 'Says that they did not act'],
      ['walked until it was light', 'protective', -0.4, 'Used another way to cope'],
    ],
  },
  {
    level: 'red',
    title: 'My mum',
    text: 'When she shouts I go quiet and then I think that everyone would be better off. I am 17. She read my phone and took my door off. I do not know who I am allowed to tell.',
    spans: [
      ['I am 17', 'safeguarding-child', 1.2, 'Says that they are under 18'],
      ['everyone would be better off', 'suicide', 1.1, 'Feels like a burden'],
      ['She read my phone and took my door off', 'safeguarding-child', 1.3, 'Controlling behaviour at home'],
    ],
  },
  {
    level: 'amber',
    title: 'Waking at three',
    text: 'Every night at three. My head goes round the same five things and by six I am grey. Work has noticed. If anyone is awake at Larkfield Primary by any chance, I am the tired one in the staff room, ring me on 07700 900123.',
    spans: [['by six I am grey', 'distress', 0.6, 'Worn down by lack of sleep']],
    pii: [['Larkfield Primary', 'workplace'], ['07700 900123', 'phone']],
  },
  {
    level: 'amber',
    title: null,
    text: 'لا أنام جيدًا هذه الأيام. أكتب هنا لأن الكلام مع الناس صعب. Some days I answer in English because the words are further away that way, and that is easier.',
    spans: [],
    abstain: 'Most of it is in a language that the scorer was not tested on.',
  },
  {
    level: 'amber',
    title: 'Eating on my own again',
    text: 'Since the break I skip dinner most days because nobody sees it. Then I am proud, and then I am cross that I am proud. My friend from the choir brings soup on Sundays and I eat that.',
    spans: [
      ['I skip dinner most days', 'eating-disorder', 0.9, 'Skipping meals, repeated'],
      ['I am proud', 'eating-disorder', 0.5, 'Pride in not eating'],
      ['My friend from the choir brings soup', 'protective', -0.6, 'Someone close who helps'],
    ],
  },
  {
    level: 'green',
    title: 'A small win',
    text: 'I rang the surgery myself. I practised on the stairs and then I did it, and the person was kind. That is all. I wanted to tell someone who would know what it costs.',
    spans: [['the person was kind', 'protective', -0.3, 'A good experience of asking for help']],
  },
  { level: 'green', title: 'Hello', text: 'New here. I read for a week before I dared to write. The thread about allotments made me laugh out loud on the bus.', spans: [] },
  { level: 'green', title: 'Diary of a month, all of it', text: long, spans: [['The evenings are the long part', 'distress', 0.2, 'Evenings are hard']] },
  { level: 'green', title: null, text: 'What you wrote about your grandfather’s watch stayed with me all day. Thank you.', spans: [] },
]
