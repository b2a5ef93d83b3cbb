/**
 * First posts of the demo community. All made up for this purpose; gentle, and without any method. `minutes` is the age when
 * the community is seeded. The first two people are the accounts that anyone may sign in as.
 */
import type { PostIntent } from '#contract/review'
import type { StartTopic } from '../setup/topics'

export type DemoPost = { topic: StartTopic; title: string; text: string; intent: PostIntent | null; minutes: number; by?: 0 | 1 }

const p = (topic: StartTopic, minutes: number, intent: PostIntent | null, title: string, text: string, by?: 0 | 1): DemoPost => ({ topic, minutes, intent, title, text, ...(by !== undefined && { by }) })

export const longDemoText = Array.from(
  { length: 26 },
  (_, i) =>
    `Day ${i + 1}. I said I would write a line every evening and then put them all together, so here is another one. ${
      [
        'Today I got up, made tea, and stood at the window until it was cold. That is all, and it was enough.',
        'I argued with my brother on the phone and we both said sorry before we hung up, which has not happened for years.',
        'The bus was full and my heart was going fast, but I counted the stops and I stayed on until mine.',
        'I cooked for the first time this month. It was only rice, but I sat down at the table to eat it.',
      ][i % 4]
    }`,
).join('\n\n')

export const demoPosts: readonly DemoPost[] = [
  p('hello', 1210, 'hello', 'Hello from the quiet corner', 'I have been reading here for a week and today I dared to write. I am not sure what I need yet. It helps to see that others are up at night too.', 0),
  p('hello', 1105, 'hello', 'First time here', 'My college told us about this place. I do not talk much about how I am, so this is strange, but good strange.'),
  p('hello', 960, 'hello', 'Back after a break', 'I was here in spring and then life got fuller. Now it is autumn and I notice the old heaviness coming back, so I came back too.'),
  p('hello', 720, 'listen', 'I never know how to start', 'I have typed and deleted this four times. I think I am lonely. There, I said it.'),
  p('hello', 415, 'hello', 'Bonjour à tous', 'Je viens de Montréal et je lis mieux le français que l’anglais. Je me sens un peu seule depuis mon déménagement, mais vos messages me font du bien. Merci d’être là.'),
  p('hello', 180, 'hello', 'مرحبا', 'مرحبا بالجميع. أنا جديد هنا، والكتابة بلغتي تساعدني على التنفس. I can also write in English, slowly.'),
  p('hello', 41, 'hello', 'New and a bit nervous', 'Hi. I am 19, I like rain and bad films. I joined because I cannot sleep and I did not want to be the only one awake.'),
  p('hello', 12, 'hello', 'Just hello', 'Nothing to report. I only wanted to leave a hello for whoever reads this at night.'),

  p('low-days', 1330, 'listen', 'Grey for three weeks now', 'I get up, I do the things, I come home, and nothing gets through to me. It is not even sadness. It is like sitting behind glass.'),
  p('low-days', 1190, 'similar', 'Does it go away by itself?', 'I had this two years ago and it went away in the summer. Does anybody else have it come with the dark months? What did you do?'),
  p('low-days', 905, 'listen', 'I cancelled on my friends again', 'Third time this month. I made up a cold. They are kind about it, and that makes it worse, because I know they will stop asking one day.'),
  p('low-days', 610, 'listen', 'I feel like a burden', 'Everyone around me seems lighter when I am not in the room. I know that is probably my head talking. It is very loud today, and I feel worthless.'),
  p('low-days', 342, 'listen', 'Tired in a way that sleep does not fix', 'I slept ten hours and woke up tired. My doctor says my blood is fine. I feel hopeless about ever having energy again.'),
  p('low-days', 96, 'listen', 'I do not see the point any more', 'I have been putting on a face all week. Tonight I keep thinking that everyone would be better off without me. I have not told anybody this. I am safe in my room, I just needed to write it somewhere.'),
  p('low-days', 27, 'listen', 'I want it to stop', 'I cannot do this any more. I keep thinking about ending my life and it scares me that it does not scare me as much as before. Please, is anybody awake?'),
  p('low-days', 3, 'listen', 'Tonight is bad', 'I do not think I can get through tonight. I want to die and I have decided that it will be tonight. I am sorry.'),

  p('anxiety', 1260, 'ideas', 'Panic on the train', 'It happens between two stations when it goes underground. My hands go cold and I am sure that I will faint. I never did. What helps you in the moment?'),
  p('anxiety', 1020, 'similar', 'Checking the door', 'I go back to check the door five, six times. I know it is locked. My neighbour has noticed. Does anybody else do this?'),
  p('anxiety', 850, 'ideas', 'Phone calls', 'I have to ring the housing office and I have been putting it off for nine days. How do you make yourself dial?', 1),
  p('anxiety', 570, 'listen', 'What if, what if', 'My head makes films of everything that can go wrong. I watched four of them today before breakfast.'),
  p('anxiety', 388, 'ideas', 'Breathing makes it worse', 'Everyone says breathe slowly and then I only notice my breath more and it gets worse. Is there something else that is not breathing?'),
  p('anxiety', 205, 'listen', 'Shaking after a nightmare', 'Woke up shaking from a dream about something that really happened. I know where I am. I put the light on. I would just like to not be alone with it for ten minutes.'),
  p('anxiety', 64, 'listen', 'They are watching the house', 'I know how this sounds. The same car is there again and I think they put something in my phone. I have not slept for three nights. My sister says it is not real and I do not know whom to believe.'),
  p('anxiety', 19, 'ideas', 'Exam in two days', 'I know the material and my mind is still empty as soon as I sit down. How do you get through the first ten minutes?'),

  p('people', 1295, 'listen', 'My mum and I only shout', 'I moved back home to save money and we shout about cups. I know it is not about the cups.'),
  p('people', 1150, 'ideas', 'How do I tell him I am not fine?', 'He is kind and always asks and I always say fine. How do you say the other thing?'),
  p('people', 880, 'similar', 'Friends drifting away', 'Since we all left school it is me who writes first. I stopped for a month to see, and it was very quiet.'),
  p('people', 660, 'listen', 'He checks my phone', 'My boyfriend wants to see my messages every evening. If I say no he does not speak to me for days. Last week he pushed me against the wall and then he cried. I am scared of him and I do not know where I would go.'),
  p('people', 433, 'listen', 'Dad is drinking again', 'He is asleep on the sofa in the daytime and my little sister is six. I am at university and I cannot be there to give her dinner. I am afraid that nobody looks after her.'),
  p('people', 250, 'listen', 'My gran and my uncle', 'My gran forgets things now. When my uncle is there she goes very quiet, and she has bruises on her arms that nobody explains. I do not know who to tell.'),
  p('people', 118, 'listen', 'I am so angry with him', 'My flatmate read my diary out to his friends. I want to hurt him, I really do, and I am frightened by how much.'),
  p('people', 35, 'ideas', 'Lonely in a full house', 'Five people live here and I eat in my room. How do you start being part of something that has already started?', 0),

  p('study-work', 1380, 'ideas', 'Extension or not?', 'I could ask for an extension but then I would have to say why. Has anyone asked? Was it as bad as you thought?'),
  p('study-work', 1075, 'similar', 'Night shifts', 'Six nights on, three off. On the days off I do not know when to eat or whom to see. How do others keep a life going?'),
  p('study-work', 820, 'listen', 'Failed my second year', 'The letter came today. I have not told my parents. I sat in the park until it got dark.'),
  p('study-work', 540, 'listen', 'My manager laughs at me', 'In front of the whole team. Everybody looks at their screens. I dread Mondays from Friday evening on.'),
  p('study-work', 360, 'similar', 'After the army', 'Eight months out and I still wake up at five for nothing. People here talk about parking spaces. I miss having people who just knew.'),
  p('study-work', 212, 'ideas', 'Presentation on Thursday', 'Fifteen minutes in front of forty people. Any small trick is welcome, also silly ones.'),
  p('study-work', 88, 'listen', 'Nobody would notice', 'I could stay away for a week and I think nobody would notice at work. I wonder sometimes if they would notice if I never came back at all.'),
  p('study-work', 15, 'ideas', 'Two jobs and a course', 'I fall asleep in the library. Does anybody have a week plan that leaves an evening free?'),

  p('grief', 1350, 'listen', 'A year tomorrow', 'Tomorrow it is a year since my dad died. I do not know how to spend the day. Part of me wants to pretend it is Tuesday.'),
  p('grief', 1130, 'similar', 'Our dog', 'People say it was only a dog. He slept at my feet for twelve years. The flat is so quiet.'),
  p('grief', 835, 'listen', 'The chair', 'I moved her chair to the other wall and cried for an hour, and then I moved it back.'),
  p('grief', 590, 'listen', 'We lost the baby', 'Nobody knew yet that we were expecting, so nobody knows now. My partner went back to work. I stare at the wall.'),
  p('grief', 398, 'ideas', 'What do I say to the children?', 'Their grandad died on Sunday. They are four and seven. What words did you use?'),
  p('grief', 155, 'listen', 'I want to be with her', 'Since she died I keep thinking that I would like to go where she is. I would not do anything. But the thought comes every evening at the same hour.'),
  p('grief', 72, 'similar', 'Laughing again', 'I laughed at something on the radio and then felt guilty for the rest of the day. Is that normal?'),
  p('grief', 22, 'listen', 'His number', 'I still have his number at the top of my phone. I cannot delete it and I cannot look at it.'),

  p('body', 1310, 'ideas', 'Awake at three, again', 'Every night at ten past three. I know the ceiling very well by now. What do you do when you are awake and do not want to look at a screen?'),
  p('body', 1090, 'similar', 'Eating with others', 'I am fine alone, but with others I count what everybody sees me eat. Does someone here know this?'),
  p('body', 795, 'listen', 'I skipped meals all week', 'It starts as being busy and then I am proud of it, and I know that is the part to be careful with. I have been here before.'),
  p('body', 520, 'listen', 'I hurt myself last night', 'I had four months without self-harm and last night I cut myself again. It is clean and not deep. I am ashamed, mostly because I told everyone I was better.'),
  p('body', 300, 'ideas', 'Cutting down on wine', 'Two glasses became four this autumn. I would like to sleep without them. How did you start?'),
  p('body', 140, 'listen', 'New tablets', 'Second week on the new ones. Dry mouth and strange dreams, and perhaps a little less fog. I am trying to be patient.'),
  p('body', 51, 'listen', 'Mirror', 'I covered the mirror in the hall with a scarf. My flatmate asked if somebody had died. I laughed, and then I did not know what to answer.', 1),
  p('body', 9, 'ideas', 'Walking counts', 'My physio says walking counts. Who would like to say here each evening that they went round the block?'),

  p('small-wins', 1400, 'small-win', 'I opened the letter', 'It lay there for eleven days. It was not even bad.'),
  p('small-wins', 1230, 'small-win', 'Two weeks without smoking', 'I have eaten a field of carrots. Two weeks.'),
  p('small-wins', 940, 'small-win', 'I asked for help', 'I went to the counsellor at college. I said three sentences and she waited. I am going back on Thursday.'),
  p('small-wins', 700, 'small-win', 'Thirty evenings, one line each', longDemoText),
  p('small-wins', 455, 'small-win', 'Washed my hair', 'It is a small thing and today it was the whole mountain. Done.', 0),
  p('small-wins', 270, 'small-win', 'Said no', 'My cousin asked me to work his shift again and I said no, and the sky did not fall.'),
  p('small-wins', 107, 'small-win', 'Slept until seven', 'That is all. Seven. I feel like a new person.'),
  p('small-wins', 6, 'small-win', 'The plant lives', 'I thought it was dead and it has one new leaf. I am taking it personally.'),
]

/** Comments that stand under a certain first post, by its title. `minutes` is how long after the post. */
export const demoReplies: readonly { under: string; minutes: number; text: string; by?: 0 | 1 }[] = [
  { under: 'I want it to stop', minutes: 4, text: 'I am awake. You are not alone with this. I do not know the right words, but I am here and I am reading.' },
  { under: 'I want it to stop', minutes: 9, text: 'I was where you are in March. I rang the line at the top of the page and the person just listened. Please let somebody hear you tonight.' },
  { under: 'I do not see the point any more', minutes: 12, text: 'The “better off without me” thought lied to me for years. It always sounded so sure. I am glad you wrote it here.' },
  { under: 'Just hello', minutes: 5, text: 'Hello back, from somebody who is also up.', by: 0 },
  { under: 'Panic on the train', minutes: 60, text: 'I name five blue things. It sounds silly and it works about half of the time, which is half more than before.' },
  { under: 'Panic on the train', minutes: 130, text: 'I tell myself “this is adrenaline and it has an end”. Then I look for the end like for a station.', by: 1 },
  { under: 'Breathing makes it worse', minutes: 30, text: 'Cold water over the wrists. Or hum something. Humming is secretly breathing, but do not tell your head.' },
  { under: 'He checks my phone', minutes: 45, text: 'What you describe is not your fault. There are people who know how to plan this safely, please ask a Guide. And take care that he does not see this page.' },
  { under: 'My manager laughs at me', minutes: 50, text: 'He sounds like a useless idiot, and so do the people who sit there and say nothing.' },
  { under: 'Lonely in a full house', minutes: 10, text: 'Write to me elsewhere, we could talk properly. What is the name you use on the photo app?' },
  { under: 'Friends drifting away', minutes: 80, text: 'Same. I made one standing thing a month, always the same day, and two of them come. Two is good.' },
  { under: 'We lost the baby', minutes: 100, text: 'I am so sorry. We lost ours at eleven weeks. It counted. It was somebody.' },
  { under: 'A year tomorrow', minutes: 200, text: 'On my mum’s day I cook her soup, badly, and tell her so. Whatever you do with the day is right.' },
  { under: 'I hurt myself last night', minutes: 20, text: 'Four months do not disappear because of one night. Being honest here is part of being better.' },
  { under: 'Awake at three, again', minutes: 300, text: 'I fold laundry at three. My towels have never looked so good.', by: 0 },
  { under: 'Thirty evenings, one line each', minutes: 40, text: 'I read all of it. The rice one made me smile, the bus one made me proud of a stranger.' },
  { under: 'Bonjour à tous', minutes: 25, text: 'Bienvenue ! On est quelques-uns à écrire en français ici, tu n’es pas seule.' },
  { under: 'They are watching the house', minutes: 15, text: 'Three nights without sleep makes everything louder. Would you ring your doctor or the line on this page today, even just about the sleep?' },
]

/** Kind words that fit under nearly anything; the rest of the comments are drawn from them. */
export const demoWords: readonly string[] = [
  'Thank you for writing this down. I read it twice.',
  'I know this feeling. It does not say the truth about you.',
  'No advice from me, just: I hear you.',
  'I am in a similar place this week. Sending you a quiet wave.',
  'This took courage. I hope you have something warm to drink.',
  'It was like that for me last winter. It did change, slowly, and then a bit faster.',
  'I would not have found these words. They help me as well.',
  'Have you told anyone near you? I waited too long with that.',
  'One hour at a time is also a plan.',
  'Please be as kind to yourself as you are to others here.',
  'Same here, especially on Sundays.',
  'I write a list of three things before bed. Some days one of them is “tea”.',
  'You do not need to be fine to be welcome here.',
  'That is more than a small thing. Well done.',
  'I am not good with words, but I wanted you to know that somebody read this.',
  'My counsellor says feelings are weather. I still carry an umbrella.',
  'Could you ask your doctor about it? Mine took it more seriously than I had expected.',
  'I had that too, and it was less scary once I had said it aloud.',
  'What helped me was a short walk without headphones. It may not help you, and that is fine.',
  'I hope that tonight is a little lighter.',
  'Would you like to tell us how it went afterwards?',
  'I laughed, kindly. Thank you for that.',
  'It is all right to rest.',
  'You are allowed to take up room.',
]
