import type { WhenWords } from './when'

export const whenEnGB: WhenWords = {
  locale: 'en-GB',
  justNow: 'just now',
  fewMinutes: 'a few minutes ago',
  halfAnHour: 'half an hour ago',
  anHour: 'an hour ago',
  today: {
    night: 'in the night',
    morning: 'this morning',
    afternoon: 'this afternoon',
    evening: 'this evening',
    late: 'late this evening',
  },
  yesterday: {
    night: 'the night before last',
    morning: 'yesterday morning',
    afternoon: 'yesterday afternoon',
    evening: 'yesterday evening',
    late: 'last night',
  },
  on: 'on {day}',
}
