/** Gentle made-up content of episodes for tests. */
import { cssrsFields, type Assessment, type CssrsAnswers, type SafetyPlan } from '../../../src/contract/episode'

/** All no, but for those named. */
export const answers = (of: Partial<CssrsAnswers> = {}): CssrsAnswers => ({ ...(Object.fromEntries(cssrsFields.map((field) => [field, 'no'])) as CssrsAnswers), ...of })

export const assessment = (of: Partial<Assessment> = {}): Assessment => ({
  cssrs: answers(),
  stressors: 'Too much work, little sleep.',
  protective: 'A sister who calls every evening.',
  others: '',
  formulation: 'Worn out and discouraged; wants company, and asks for it.',
  band: 'none',
  lowerBecause: '',
  ...of,
})

export const safetyPlan: SafetyPlan = { signs: 'I stop answering.', myself: 'A walk around the pond.', places: 'The library.', people: 'My sister.', professionals: '', safer: '', reasons: 'The garden in spring.', agreed: true }

export const hours = (from: Date, n: number): string => new Date(from.getTime() + n * 3_600_000).toISOString()
