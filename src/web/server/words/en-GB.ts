/** Every sentence of the members' pages in British English. Other languages implement the same shape (`Words`). */
import { memberWords } from '#contract/member-words'
import type { PostIntent, ReportReason } from '#contract/review'
import { whenEnGB } from '../../shared/when-en-GB'

const intents: Record<PostIntent, { name: string; hint: string }> = {
  listen: { name: 'Listen to me', hint: 'I want to say it. No advice, please.' },
  ideas: { name: 'Ideas, please', hint: 'Tell me what has helped you.' },
  similar: { name: 'Similar stories', hint: 'Has anyone been through this?' },
  'small-win': { name: 'A small win', hint: 'Something went well.' },
  hello: { name: 'Hello', hint: 'I am new, or just looking in.' },
}

const reportReasons: Record<ReportReason, string> = {
  unkind: 'It is unkind, hateful or pushes somebody',
  identity: 'It could show who somebody is',
  detail: 'It describes a way of getting hurt',
  worried: 'I am worried about the person who wrote it',
  contact: 'It asks to meet, or to talk somewhere else',
  spam: 'It is advertising, or does not belong here',
  other: 'Something else',
}

/** What the desk shows, too, when a Guide looks at it with the member's eyes. */
const { states, noted, reasons } = memberWords

export const enGB = {
  lang: 'en-GB',
  when: whenEnGB,
  intents,
  states,
  noted,
  reasons,

  brand: 'Wallguide',
  tagline: 'People helping people, with someone watching over it',
  skip: 'Skip to the words',
  demo: 'Demo community: everything here is made up',
  nav: {
    label: 'Main',
    topics: 'Topics',
    mine: 'My posts',
    messages: 'Messages',
    newMessage: 'new',
    help: 'Help',
    signIn: 'Sign in',
    join: 'Join',
  },
  footer: {
    label: 'About this place',
    notEmergency: 'This is not an emergency service.',
    danger: (number: string) => `In danger now? Call ${number}, or see the people on our `,
    dangerAnywhere: 'In danger now? See the numbers on our ',
    helpPage: 'help page',
    rules: 'House rules',
    about: 'What we keep and why',
    signOut: 'Sign out',
    signedInAs: (name: string) => `You are here as ${name}.`,
  },
  form: {
    problem: 'Please look at this again',
    problems: 'Please look at these again',
    kept: 'Nothing was sent, and what you wrote is still here.',
    charactersLeft: 'characters left',
    sending: 'Sending…',
    optional: 'if you like',
    stale:
      'This page had been open for a while, so nothing was sent. Your words are still here. Please press the button once more.',
  },
  welcome: {
    title: 'Welcome',
    heading: 'A quiet place to say how it is',
    lead: 'Talk with people who know the feeling. Anonymous, at any hour, and never alone: trained Guides read along.',
    artAlt: 'A low stone wall with grass growing from it, hills behind, and a bird resting on top.',
    points: [
      { title: 'Nobody knows who you are', text: 'You choose a made-up name. No photos, no followers, no likes to chase.' },
      {
        title: 'Guides look after it',
        text: 'Trained people read along, step in gently, and write to you if you seem to need someone.',
      },
      {
        title: 'Take what you need',
        text: 'Read, write, or just look in. There is an end to every page, and no one is counting.',
      },
    ],
    join: 'Join with an access code',
    signIn: 'I have been here before',
    notEmergencyTitle: 'Not an emergency service',
    notEmergency:
      'Guides do not read everything at once. If you or someone else is in danger, please use the help page ' +
      'now. It is one press away on every page.',
    help: 'See who can help now',
    again: (name: string) => `Good to see you, ${name}`,
    toTopics: 'Go to the topics',
  },
  join: {
    title: 'Join',
    steps: (step: number) => `Step ${step} of 3`,
    codeHeading: 'Your access code',
    codeLead: 'Your university, health service or employer gave it to you. They never learn what you read or write here.',
    code: 'Access code',
    codeHint: 'Letters and numbers, as it was given to you.',
    codeMissing: 'Please type the access code that you were given.',
    next: 'Continue',
    rulesHeading: 'How we are with each other',
    rulesLead: 'These few rules keep this a safe place. They hold for everyone, Guides too.',
    agree: 'I have read the house rules and will keep to them',
    agreeMissing: 'To join, please read the rules and tick the box.',
    aboutHeading: 'Your name here',
    pseudonym: 'Name that others see',
    pseudonymHint: 'Made up, with nothing from your real name. You can keep our suggestion.',
    pseudonymMissing: 'Please choose a name, or keep a suggested one.',
    passphrase: 'Passphrase',
    passphraseHint:
      'At least 10 characters. Four or five everyday words work well. Write it down: we do not know you, so we ' +
      'cannot send you a new one.',
    passphraseShort: 'Please make it a little longer: at least 10 characters.',
    country: 'Country you are in',
    countryHint: 'So that the help page shows numbers that work for you.',
    countryMissing: 'Please choose a country.',
    elsewhere: 'Another country',
    choose: 'Please choose',
    over16: 'I am 16 or older',
    over16Missing:
      'This community is for people aged 16 and over. If you are younger, the help page lists people who are there for you.',
    submit: 'Join',
    already: 'You are already here.',
    joined: (name: string) =>
      `Welcome, ${name}. Have a look around; there is no hurry. When you feel like it, say hello in any topic.`,
  },
  signIn: {
    title: 'Sign in',
    heading: 'Welcome back',
    pseudonym: 'Your name here',
    passphrase: 'Passphrase',
    submit: 'Sign in',
    missingName: 'Please type the name that you use here.',
    missingPassphrase: 'Please type your passphrase.',
    signedOut: 'You are signed out. On a shared device, close this window too.',
    needed: 'Please sign in to see that page.',
    new: 'New here?',
    join: 'Join with an access code',
  },
  rules: {
    title: 'House rules',
    heading: 'House rules',
    lead: 'How we are with each other. When a Guide changes or takes down a post, they say which rule it is about.',
    since: (date: string) => `In force since ${date}.`,
    changedHeading: 'The house rules have changed',
    changedLead: 'Please read them once more. You can go on when you agree.',
    agree: 'I agree',
    agreeHere: 'The house rules have changed since you were last here. Please read them, tick the box, and send again.',
    changedAgain: 'The rules changed again while you were reading. Please have another look.',
    label: (title: string) => `House rule: ${title}`,
  },
  help: {
    title: 'Help',
    heading: 'People you can reach now',
    lead: 'You do not need the right words, and you do not need to be sure. It is fine to ring just because it is too much.',
    danger: 'If a life is in danger',
    dangerCall: 'Call',
    or: 'or',
    goTo: 'or go to the nearest emergency department.',
    yours: 'Where you are',
    others: 'Other countries',
    another: 'Not in this list?',
    anotherText: 'Your local emergency number works from any phone. In most of Europe it is 112.',
    call: 'Call',
    text: 'Text',
    checked: (date: string) => `This list of numbers is from ${date}.`,
    stale: 'These numbers have not been checked for a while. If one does not answer, try the next, or the emergency number.',
    back: 'This page works without signing in, and nobody here sees that you looked at it.',
  },
  topics: {
    title: 'Topics',
    heading: 'Where would you like to sit down?',
    quiet: 'Quiet so far',
    last: (time: string) => `Someone wrote ${time}`,
    empty: 'There are no topics yet. Please come back a little later.',
  },
  topic: {
    write: 'Write something',
    empty: 'Nobody has written here yet. Yours could be the first.',
    older: 'Older posts',
    newest: 'Back to the newest',
    end: 'That is everything.',
    unanswered: 'Nobody has answered yet',
    answered: 'People have answered',
    you: 'you',
    guide: 'Guide',
    back: 'All topics',
    contentNote: (note: string) => `Content note: ${note}`,
    showAnyway: 'Show the text',
  },
  write: {
    title: (topic: string) => `Write in ${topic}`,
    heading: 'What would you like to say?',
    postTitle: 'Title',
    titleHint: 'A few words, so that others know what it is about.',
    text: 'Your words',
    textHint: 'No names, places or ways of getting hurt, please. Everything else is welcome.',
    intent: 'What would help?',
    noIntent: 'Not sure',
    noIntentHint: 'That is fine.',
    submit: 'Post',
    titleMissing: 'Please give it a title. A few words are enough.',
    titleLong: (max: number) => `Please keep the title to ${max} characters.`,
    textMissing: 'There is nothing written yet.',
    textLong: (length: number, max: number) =>
      `Your text has ${length.toLocaleString('en-GB')} characters, and a post can have ${max.toLocaleString('en-GB')}. ` +
      'Nothing was posted, and your words are still below. You could share them in parts.',
    notStored:
      'We could not store this just now. Nothing was posted, and your words are still below. Please try again in a few minutes.',
    cancel: 'Not now',
    before: 'A Guide may read this before or after others do. You always see what happens to it.',
  },
  thread: {
    comments: 'What others said',
    none: 'Nobody has answered yet.',
    answer: 'Your answer',
    answerHint: 'Kind is more important than clever.',
    submit: 'Answer',
    earlier: 'Earlier answers',
    later: 'Later answers',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    edited: 'edited',
    gone: 'A Guide has taken this down.',
    untitled: (topic: string) => `In ${topic}`,
    closed: 'No new answers can be added here.',
    offerOne: '1 new comment, show',
    /** `{count}` is filled in by the script. */
    offerMany: '{count} new comments, show',
    fromGuide: 'The Guide wrote:',
    back: (topic: string) => `All of ${topic}`,
  },
  mine: {
    title: 'My posts',
    heading: 'What you have written',
    lead: 'Here you always see what others see of it, and why.',
    empty: 'You have not written anything yet. There is no hurry.',
    older: 'Older',
    newest: 'Back to the newest',
    commentIn: (topic: string) => `Your answer in ${topic}`,
    postIn: (topic: string) => `In ${topic}`,
    say: (state: string) => `Your post: ${state}.`,
    sayComment: (state: string) => `Your answer: ${state}.`,
  },
  messages: {
    title: 'Messages',
    heading: 'You and the Guides',
    lead: 'Only you and the Guides can see what is written here. No other member ever does.',
    conversation: 'Your messages',
    empty: 'No messages yet. What you write to a Guide, and what they write to you, will be here.',
    new: 'New',
    about: 'About something you wrote',
    services: 'People who can help',
    website: 'Their website',
    say: 'A new message from a Guide has arrived.',
    offer: 'New message, show',
  },
  ask: {
    heading: 'Ask a Wall Guide',
    text: 'Your message',
    hint: 'Anything that you would like to ask or tell a trained person. You do not need the right words.',
    submit: 'Send to the Guides',
    sent: 'Your message is with the Guides. The answer will be on this page.',
    waitingNow: (count: number) =>
      count === 0
        ? 'Nobody is waiting for an answer at the moment.'
        : count === 1
          ? 'One member is waiting for an answer at the moment.'
          : `${count} members are waiting for an answer at the moment.`,
    beforeYou: (count: number) =>
      count === 0
        ? 'Your message is waiting, and nobody waits before you.'
        : count === 1
          ? 'Your message is waiting, and one member waits before you.'
          : `Your message is waiting, and ${count} members wait before you.`,
    guideSeen: 'A Guide has been at work here within the last half hour.',
    noGuideSeen: 'No Guide has been at work here in the last half hour, so an answer may take longer.',
    noPromise: 'Guides read what is most urgent first, so we cannot promise a time. If you need somebody at once:',
    waiting: 'Waiting for a Guide.',
    read: 'A Guide has read this.',
    say: 'A Guide has read your message.',
  },
  report: {
    link: 'Report this',
    /** Read aloud: which one of the many on a page. */
    linkTo: (name: string) => `Report this: what ${name} wrote`,
    title: 'Report this',
    heading: 'What is it about?',
    back: 'Back to where it stands',
    reason: 'Your reason',
    reasons: reportReasons,
    reasonMissing: 'Please choose what comes closest. “Something else” is fine.',
    words: 'Anything else the Guides should know',
    wordsHint: 'You can leave this empty.',
    wordsLong: (length: number, max: number) =>
      `Your text has ${length.toLocaleString('en-GB')} characters, and a report can have ${max.toLocaleString('en-GB')}. Nothing was sent.`,
    thenHeading: 'Who sees this, and what happens then',
    then: [
      'The Guides read it, with the text as it stands now. They are not shown who reported it.',
      'Nobody else learns of it: not the person who wrote this, and no other member.',
      'A Guide may change it, take it down, write to the person, or leave it as it is.',
      'Under “My reports” you see when it has been decided.',
    ],
    danger: 'Guides do not read everything at once. If somebody is in danger now:',
    submit: 'Send the report',
    notStored: 'We could not store this just now. Nothing was sent, and what you wrote is still below. Please try again in a few minutes.',
    whyNot: {
      own: 'This is your own post. If something in it worries you, you can ask a Wall Guide under Messages.',
      guide: 'A Guide wrote this. If something about it is not right, please say so to the Guides under Messages: another one can read it, too.',
      removed: 'A Guide has taken this down already, so there is nothing more to report. Thank you for looking out.',
      reported: 'You have reported this already, and a Guide is still reading it. Under “My reports” you see when it has been decided.',
    },
  },
  reports: {
    title: 'My reports',
    heading: 'What you have reported',
    lead: 'Only you see this page. Guides are not shown who reported something.',
    back: 'My posts',
    link: 'My reports',
    empty: 'You have not reported anything.',
    sent: 'Thank you. Your report is with the Guides.',
    before: 'You had reported this before, and a Guide is still reading it. Thank you for looking out.',
    postIn: (topic: string) => `A post in ${topic}`,
    commentIn: (topic: string) => `An answer in ${topic}`,
    states: {
      reading: { name: 'Being read', sentence: 'It is with the Guides, who read what is most urgent first. There is nothing you need to do.' },
      changed: { name: 'Decided: we changed it', sentence: 'A part of it was changed, or others can no longer see it. Thank you for looking out.' },
      left: {
        name: 'Decided: we left it as it is',
        sentence: 'A Guide has read it with care. It may still be that they wrote to somebody about it; that stays between them.',
      },
    },
  },
  restricted: {
    title: 'You can read, but not write for now',
    until: (until: string) => `This lasts until ${until}. Then you can write again without doing anything.`,
    because: (rule: string) => `It is about this house rule: ${rule}.`,
    kept: 'Nothing was posted. You can copy your words from here and keep them.',
  },
  kept: {
    title: 'Your words are safe',
    signedOut:
      'You were signed out before this was sent. Nothing was posted, and your words are below. Sign in in a ' +
      'new tab, come back to this page, and press the button again.',
    notStored:
      'We could not reach what stores the posts. Nothing was posted, and your words are below. Please press ' +
      'the button again in a few minutes.',
    gone: 'What you were answering is no longer there. Nothing was posted. You can copy your words from here.',
    signInTab: 'Sign in (opens a new tab)',
    again: 'Send again',
    words: 'Your words',
  },
  about: {
    title: 'What we keep and why',
    heading: 'What we keep, and who can see it',
    lead: 'In short: as little as we can, and never your name.',
    keepHeading: 'What we keep',
    keep: [
      {
        what: 'The name you chose, and a scrambled form of your passphrase',
        why: 'So that you can come back. Nobody can read the passphrase itself.',
      },
      {
        what: 'Your country, and which access code you used',
        why: 'To show help that works where you are. Your organisation learns how many people joined, never who.',
      },
      { what: 'What you post, with the time', why: 'So that others can read and answer.' },
      { what: 'What you write to the Guides, and what they write to you', why: 'So that they can help. No other member sees it.' },
      {
        what: 'What you report, why, and the text as it stood',
        why: 'So that Guides can look at it and you can see what became of it. They are not shown that it was you.',
      },
      {
        what: 'What Guides decide about a post, with who, when and why',
        why: 'So that every decision can be explained and checked.',
      },
      { what: 'Which house rules you agreed to, and when', why: 'So that everyone plays by the same rules.' },
      {
        what: 'One cookie while you are signed in',
        why: 'It holds a random number and nothing else. There is no tracking and nothing from other companies on these pages.',
      },
    ],
    seeHeading: 'Who may see what',
    see: [
      { who: 'Other members', what: 'The name you chose and what you post.' },
      { who: 'Guides', what: 'The same, your earlier posts, your country, and what was decided before. Not who you are.' },
      { who: 'Your university, health service or employer', what: 'Never a person and never a post.' },
      {
        who: 'A program',
        what: 'Puts posts in order, so that Guides read the most urgent first. It never decides and never writes to you.',
      },
    ],
    writingHeading: 'While you write',
    writing: 'Your words stay in the page until you send them. We store no drafts in your browser.',
  },
  errors: {
    notFoundTitle: 'Nothing here',
    notFound: 'We could not find this page. It may have moved, or been taken down. Nothing of yours was lost.',
    notFoundAlt: 'A garden gate standing ajar.',
    brokenTitle: 'Something went wrong on our side',
    broken:
      'It was not you. If you were sending something, please go back one page: your words are usually still ' +
      'there. Then try again in a minute.',
    reference: (id: string) => `If you tell someone about it, this number helps: ${id}`,
    slowTitle: 'A little slower, please',
    slow: 'There were many requests in a short time, so we paused for a moment. Nothing was lost. Please try again in a minute.',
    largeTitle: 'That is too much for one go',
    large:
      'What was sent is larger than we can take, so nothing was posted. Please go back one page, where your ' +
      'words still are, and share a shorter part.',
    forbiddenTitle: 'We did not accept that',
    forbidden: 'It seems to have come from another page than ours, so nothing was sent. Please open the page here and try again.',
    home: 'Go to the first page',
    topics: 'Go to the topics',
  },
}

/** The shape that every language fills. */
export type Words = typeof enGB
