import { levels, type Level } from '../../src/contract/risk'
import { createScorer } from '../../src/risk/index'

const scorer = createScorer()
export const score = (text: string, history?: Array<{ text: string; at: string }>) => scorer.score(text, history ? { history } : undefined)
/** 0 green … 3 crisis. */
export const grade = (text: string): number => 3 - levels.indexOf(score(text).level)
export const name = (g: number): Level => levels[3 - g]!
export const GREEN = 0
export const AMBER = 1
export const RED = 2
export const CRISIS = 3
