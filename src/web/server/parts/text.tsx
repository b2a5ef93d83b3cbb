import { hash } from 'node:crypto'
import type { PostView } from '#contract/community'
import { exactly, when } from '../../shared/when'
import type { Visit } from '../web'

/** A person's own words: paragraphs where they left a line, nothing turned into links or markup. */
export function Words({ text }: { text: string }) {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return (
    <div className="words">
      {paragraphs.map((paragraph, index) => (
        <p key={index} dir="auto">
          {lines(paragraph)}
        </p>
      ))}
    </div>
  )
}

function lines(paragraph: string) {
  return paragraph.split('\n').flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]))
}

/** The beginning of a text, cut between words. `length` in characters. */
export function beginning(text: string, length = 220): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= length) return flat
  const cut = flat.slice(0, length)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > length / 2 ? space : length).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** When, in words. The exact time is in the title, and the browser says the words again in its own time zone. */
export function When({ here, at }: { here: Visit; at: string }) {
  const { words, now, zone } = here
  return (
    <time dateTime={at} title={exactly(at, words.lang, zone)}>
      {when(at, now, words.when, zone)}
    </time>
  )
}

/** Changes when anything that a reader sees of the post changes, but not when only time has passed. */
export function versionOf(post: PostView): string {
  const seen = [post.state, post.title, post.text, post.contentNote, post.why, post.editedAt, post.comments > 0, post.author]
  return hash('sha256', JSON.stringify(seen), 'base64url').slice(0, 12)
}
