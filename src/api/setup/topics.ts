/** The topics that a community begins with, the demo one too. */
export const startTopics = [
  { slug: 'hello', name: 'Say hello', description: 'New here, or back after a while. No need to explain yourself.' },
  { slug: 'low-days', name: 'Low days', description: 'When everything is heavy and small things are big.' },
  { slug: 'anxiety', name: 'Worry and panic', description: 'Racing thoughts, tight chest, the what-ifs at three in the morning.' },
  { slug: 'people', name: 'Family and relationships', description: 'The people we live with, miss, love or cannot get away from.' },
  { slug: 'study-work', name: 'Study and work', description: 'Deadlines, shifts, managers, exams, and the days in between.' },
  { slug: 'grief', name: 'Loss and grief', description: 'For whoever and whatever is not there any more.' },
  { slug: 'body', name: 'Food, sleep and body', description: 'Living in a body, on the good days and the other ones.' },
  { slug: 'small-wins', name: 'Small wins', description: 'Anything that went a little better than yesterday.' },
] as const
export type StartTopic = (typeof startTopics)[number]['slug']
