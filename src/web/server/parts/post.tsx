import type { PostView } from '#contract/community'
import { stateSentence as sentenceOf } from '#contract/member-words'
import { ruleTitle } from '../resources'
import type { Visit } from '../web'
import { beginning, versionOf, When, Words } from './text'

/** Who wrote it and when. Staff are marked by a word, not by a colour. */
export function Byline({ here, post }: { here: Visit; post: PostView }) {
  const { words } = here
  return (
    <p className="byline">
      <span className="author">{post.author.pseudonym}</span>
      {post.author.mine && <span className="chip">{words.topic.you}</span>}
      {post.author.staff && <span className="chip guide">{words.topic.guide}</span>}
      <span>
        <When here={here} at={post.at} />
        {post.editedAt && <>, {words.thread.edited}</>}
      </span>
    </p>
  )
}

/** The honest state of the viewer's own post: what others see, and why. A live post needs no note in a thread. */
export function StateNote({ here, post, always = false }: { here: Visit; post: PostView; always?: boolean }) {
  const { words, site } = here
  if (!post.author.mine || (post.state === 'live' && !always)) return null
  const state = words.states[post.state]
  const explained = post.state === 'held' || post.state === 'changed' || post.state === 'removed'
  return (
    <div className={`state ${post.state}`}>
      <p>
        <strong>{state.name}.</strong> {stateSentence(here, post)}
      </p>
      {explained && post.why && (
        <>
          <p>
            {words.reasons[post.why.reason]}
            {post.why.rule && <> {words.rules.label(ruleTitle(site.rules, post.why.rule))}.</>}
          </p>
          {post.why.words && (
            <blockquote>
              <p>{words.thread.fromGuide}</p>
              <Words text={post.why.words} />
            </blockquote>
          )}
          {post.why.reason === 'risk-to-self' && (
            <p>
              <a href="/help">{words.help.heading}</a>
            </p>
          )}
        </>
      )}
    </div>
  )
}

const stateSentence = ({ words }: Visit, post: PostView): string =>
  sentenceOf(words, { state: post.state, contentNote: post.contentNote, why: post.why?.reason ?? null })

/** The text as this viewer may see it; behind one press when it carries a content note and is not their own. */
function Body({ here, post }: { here: Visit; post: PostView }) {
  const { words } = here
  if (post.state === 'removed' && !post.author.mine) return <p className="quiet">{words.thread.gone}</p>
  if (!post.contentNote) return <Words text={post.text} />
  if (post.author.mine)
    return (
      <>
        <p className="note">{words.topic.contentNote(post.contentNote)}</p>
        <Words text={post.text} />
      </>
    )
  return (
    <details className="note">
      <summary>
        {words.topic.contentNote(post.contentNote)} <span className="link">{words.topic.showAnyway}</span>
      </summary>
      <Words text={post.text} />
    </details>
  )
}

/** What a screen reader says when the state of one's own post changes while the page is open. */
function saying(here: Visit, post: PostView): string | undefined {
  if (!post.author.mine) return undefined
  const { name } = here.words.states[post.state]
  return `${post.kind === 'post' ? here.words.mine.say(name) : here.words.mine.sayComment(name)} ${stateSentence(here, post)}`
}

/** A quiet way to say that something is not right. Nobody reports themselves, a Guide or what is gone. */
function ReportLink({ here: { words }, post }: { here: Visit; post: PostView }) {
  if (post.author.mine || post.author.staff || post.state === 'removed') return null
  return (
    <p className="report">
      <a href={`/report/${post.id}`} aria-label={words.report.linkTo(post.author.pseudonym)}>
        {words.report.link}
      </a>
    </p>
  )
}

export function FirstPost({ here, post }: { here: Visit; post: PostView }) {
  return (
    <article
      className="post first"
      id={`p-${post.id}`}
      data-live={post.id}
      data-version={versionOf(post)}
      data-say={saying(here, post)}
    >
      <h1 dir="auto">{post.title ?? here.words.thread.untitled(post.topic.name)}</h1>
      <Byline here={here} post={post} />
      {post.intent && <p className="intent">{here.words.intents[post.intent].name}</p>}
      <StateNote here={here} post={post} />
      <Body here={here} post={post} />
      <ReportLink here={here} post={post} />
    </article>
  )
}

export function Comment({ here, post }: { here: Visit; post: PostView }) {
  return (
    <li data-live={post.id} data-version={versionOf(post)} data-say={saying(here, post)} id={`c-${post.id}`} tabIndex={-1}>
      <article className="post comment">
        <Byline here={here} post={post} />
        <StateNote here={here} post={post} />
        <Body here={here} post={post} />
        <ReportLink here={here} post={post} />
      </article>
    </li>
  )
}

/** A thread in the list of a topic: enough to choose by, no counts. */
export function ThreadLine({ here, post }: { here: Visit; post: PostView }) {
  const { words } = here
  return (
    <li data-live={post.id} data-version={versionOf(post)} data-say={saying(here, post)}>
      <article className="post line">
        <h2 dir="auto">
          <a href={`/threads/${post.id}`}>{post.title ?? beginning(post.text, 60)}</a>
        </h2>
        <Byline here={here} post={post} />
        {post.contentNote && !post.author.mine ? (
          <p className="note">{words.topic.contentNote(post.contentNote)}</p>
        ) : (
          <p className="words excerpt" dir="auto">
            {beginning(post.text)}
          </p>
        )}
        <StateNote here={here} post={post} />
        <p className="quiet tags">
          {post.intent && <span className="intent">{words.intents[post.intent].name}</span>}
          {post.comments > 0 ? words.topic.answered : words.topic.unanswered}
        </p>
      </article>
    </li>
  )
}

/** One of my own posts or answers, always with what others see of it. */
export function MyLine({ here, post }: { here: Visit; post: PostView }) {
  const { words } = here
  const href = post.kind === 'post' ? `/threads/${post.id}` : `/threads/${post.thread}#c-${post.id}`
  const title = post.kind === 'post' ? (post.title ?? beginning(post.text, 60)) : words.mine.commentIn(post.topic.name)
  return (
    <li data-live={post.id} data-version={versionOf(post)} data-say={saying(here, post)}>
      <article className="post line">
        <h2 dir="auto">
          <a href={href}>{title}</a>
        </h2>
        <p className="byline">
          {post.kind === 'post' && <span>{words.mine.postIn(post.topic.name)}</span>}
          <When here={here} at={post.at} />
        </p>
        <p className="words excerpt" dir="auto">
          {beginning(post.text)}
        </p>
        <StateNote here={here} post={post} always />
      </article>
    </li>
  )
}
