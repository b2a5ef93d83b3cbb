/**
 * What a member is told of their own post: its state, why it changed, and what stands where words were taken out. The
 * members' pages say it; the desk shows it to the Guide beforehand, in the same words. British English.
 */
import type { PostState, RedactionSpan, ReasonCode } from './review'

const states: Record<PostState, { name: string; sentence: string }> = {
  live: { name: 'Live', sentence: 'Everyone here can see this.' },
  reading: {
    name: 'Being read by a Guide',
    sentence: 'Everyone here can see this. A Guide is reading it, as they do with many posts. There is nothing you need to do.',
  },
  held: {
    name: 'Held for now',
    sentence: 'Only you and the Guides can see this for now. Your words are safe, and you will see here when that changes.',
  },
  changed: { name: 'Changed by a Guide', sentence: 'Everyone here can see this. A Guide has changed a part of it.' },
  removed: { name: 'Taken down', sentence: 'Other members can no longer see this. You still can.' },
}

/** Why a post was held, changed or taken down, for its author. Kind, and true. */
const reasons: Record<ReasonCode, string> = {
  routine: 'This is part of how we look after everyone here.',
  support: 'A Guide thought that some support might help.',
  'risk-to-self': 'We are concerned for you, and glad that you said it. You have done nothing wrong.',
  'risk-to-other': 'It spoke of someone who could come to harm, and we are looking after that.',
  'risk-from-other': 'It spoke of someone who may be hurting you. We want to be careful with your safety.',
  safeguarding: 'It touches on somebody’s safety, and we are looking at it with care.',
  'identifying-detail': 'It held details that could show who you or someone else is. Staying anonymous keeps everyone here safe.',
  'method-detail': 'It described a way of getting hurt, and reading that can harm someone. How you feel is always welcome here.',
  unkind: 'Part of it could hurt someone who reads it.',
  'off-topic-or-spam': 'It did not fit what this place is for.',
  'needs-second-look': 'A second Guide is looking at it, so that what happens is fair.',
  'handing-on': 'It has passed to another Guide, who is looking at it.',
}

/** A post can be "changed" by a content note alone: then nothing of its words was touched, and that is what is said. */
const noted = {
  only: 'Everyone here can see this. A Guide has put a note before it, so that people can choose when to read it.',
  also: 'There is a note before it now, so that people can choose when to read it.',
}

/** Stands where words were taken out of a post. */
const redacted: Record<RedactionSpan['kind'], string> = {
  method: '[detail taken out by a Guide]',
  identity: '[name or contact taken out by a Guide]',
  other: '[words taken out by a Guide]',
}

export const memberWords = { states, noted, reasons, redacted }

/** Reasons for which words are taken out. With any other one, a content note is all that changed. */
const takesWordsOut: readonly (ReasonCode | null)[] = ['identifying-detail', 'method-detail', 'unkind']

/** The sentence after the state's name, in the words of one language. */
export function stateSentence({ states, noted }: Pick<typeof memberWords, 'states' | 'noted'>, post: { state: PostState; contentNote: string | null; why: ReasonCode | null }): string {
  const { sentence } = states[post.state]
  if (post.state !== 'changed' || !post.contentNote) return sentence
  return takesWordsOut.includes(post.why) ? `${sentence} ${noted.also}` : noted.only
}
