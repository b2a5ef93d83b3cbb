import { maxPostLength, type PostView, type TopicView } from '#contract/community'
import { postIntents } from '#contract/review'
import { untilWords, when } from '../../shared/when'
import type { Problems } from '../form'
import { ProblemList, Submit, TextArea, TextField } from '../parts/fields'
import { Comment, FirstPost, MyLine, ThreadLine } from '../parts/post'
import { ruleTitle } from '../resources'
import type { MemberVisit } from '../web'

export function Topics({ here, topics, notice }: { here: MemberVisit; topics: TopicView[]; notice: string | null }) {
  const { words, now, zone } = here
  return (
    <>
      {notice && <p className="notice" role="status">{notice}</p>}
      <h1>{words.topics.heading}</h1>
      {topics.length === 0 && <p>{words.topics.empty}</p>}
      <ul className="topics">
        {topics.map((topic) => (
          <li key={topic.id}>
            <h2><a href={`/topics/${topic.slug}`}>{topic.name}</a></h2>
            <p>{topic.description}</p>
            <p className="quiet">{topic.lastAt ? words.topics.last(when(topic.lastAt, now, words.when, zone)) : words.topics.quiet}</p>
          </li>
        ))}
      </ul>
    </>
  )
}

export function Topic(props: { here: MemberVisit; topic: TopicView; posts: PostView[]; next: string | null; first: boolean }) {
  const { here, topic, posts, next, first } = props
  const { words } = here
  return (
    <>
      <p className="crumb"><a href="/topics">{words.topic.back}</a></p>
      <h1>{topic.name}</h1>
      <p className="lead">{topic.description}</p>
      {here.viewer.restrictedUntil ? <Restricted here={here} /> : (
        <p className="actions"><a className="button" href={`/topics/${topic.slug}/new`}>{words.topic.write}</a></p>
      )}
      {posts.length === 0 && <p className="empty">{words.topic.empty}</p>}
      <ul className="posts">
        {posts.map((post) => <ThreadLine key={post.id} here={here} post={post} />)}
      </ul>
      <Pages base={`/topics/${topic.slug}`} next={next} first={first} words={words.topic} />
    </>
  )
}

/** Pages end, and say so: there is no feed here. */
function Pages({ base, next, first, words }: { base: string; next: string | null; first: boolean; words: { older: string; newest: string; end?: string } }) {
  return (
    <p className="pages">
      {!first && <a href={base}>{words.newest}</a>}
      {next ? <a href={`${base}?before=${encodeURIComponent(next)}`}>{words.older}</a> : words.end && <span className="quiet">{words.end}</span>}
    </p>
  )
}

/** Told until when and by which rule; also what can still be done. */
export function Restricted({ here }: { here: MemberVisit }) {
  const { words, viewer, site, zone } = here
  if (!viewer.restrictedUntil) return null
  return (
    <div className="state removed" id="restricted">
      <p><strong>{words.restricted.title}.</strong></p>
      {viewer.restrictedRule && <p>{words.restricted.because(ruleTitle(site.rules, viewer.restrictedRule))}</p>}
      <p>{words.restricted.until(untilWords(viewer.restrictedUntil, words.lang, zone))}</p>
      <p><a href="/rules">{words.rules.heading}</a></p>
    </div>
  )
}

export type PostValues = { title: string; text: string; intent: string; key: string }

export function NewPostPage(props: { here: MemberVisit; topic: TopicView; values: PostValues; problems: Problems; agree?: boolean }) {
  const { here, topic, values, problems, agree } = props
  const { words } = here
  const { write } = words
  return (
    <form method="post" action={`/topics/${topic.slug}/new`} className="sheet write" noValidate>
      <p className="crumb"><a href={`/topics/${topic.slug}`}>{topic.name}</a></p>
      <h1>{write.heading}</h1>
      <Restricted here={here} />
      <ProblemList words={words} problems={problems} labels={{ title: write.postTitle, text: write.text, intent: write.intent }} kept />
      <input type="hidden" name="token" value={here.token} />
      <input type="hidden" name="key" value={values.key} />
      {agree && <AgreeHere here={here} />}
      <TextField name="title" label={write.postTitle} hint={write.titleHint} value={values.title} problem={problems['title']} />
      <TextArea words={words} name="text" label={write.text} hint={write.textHint} value={values.text} problem={problems['text']} rows={10} limit={maxPostLength} />
      <fieldset className="field intents" id="intent">
        <legend>{write.intent} <span className="quiet">({words.form.optional})</span></legend>
        {problems['intent'] && <p className="problem">{problems['intent']}</p>}
        {postIntents.map((intent) => (
          <label key={intent}>
            <input type="radio" name="intent" value={intent} defaultChecked={values.intent === intent} />
            <span><strong>{words.intents[intent].name}</strong> <small>{words.intents[intent].hint}</small></span>
          </label>
        ))}
        <label>
          <input type="radio" name="intent" value="" defaultChecked={values.intent === ''} />
          <span><strong>{write.noIntent}</strong> <small>{write.noIntentHint}</small></span>
        </label>
      </fieldset>
      <p className="quiet">{write.before}</p>
      {!here.viewer.restrictedUntil && (
        <p className="actions">
          <Submit words={words} label={write.submit} />
          <a className="button second" href={`/topics/${topic.slug}`}>{write.cancel}</a>
        </p>
      )}
    </form>
  )
}

/** The rules changed while somebody wrote: agreeing is one tick here, so that nothing has to be typed again. */
function AgreeHere({ here: { words, site } }: { here: MemberVisit }) {
  return (
    <div className="field tick">
      <label>
        <input type="checkbox" name="agree" value={site.rules.version} />
        <span>{words.join.agree} (<a href="/rules" target="_blank" rel="noopener">{words.rules.heading}</a>)</span>
      </label>
    </div>
  )
}

export type ThreadData = { first: PostView; comments: PostView[]; page: number; pages: number }

export function Thread(props: { here: MemberVisit; data: ThreadData; values: { text: string; key: string }; problems: Problems; agree?: boolean }) {
  const { here, data, values, problems, agree } = props
  const { words } = here
  const { thread } = words
  const { first, comments, page, pages } = data
  const closed = first.state === 'removed'
  const open = !closed && !here.viewer.restrictedUntil
  return (
    <>
      <p className="crumb"><a href={`/topics/${first.topic.slug}`}>{thread.back(first.topic.name)}</a></p>
      <FirstPost here={here} post={first} />
      <section className="answers" aria-labelledby="answers">
        <h2 id="answers">{thread.comments}</h2>
        {comments.length === 0 && <p className="empty" data-empty="">{thread.none}</p>}
        <ol className="comments" id="comments" data-page={page} data-pages={pages} data-offer-one={thread.offerOne} data-offer-many={thread.offerMany}>
          {comments.map((comment) => <Comment key={comment.id} here={here} post={comment} />)}
        </ol>
        {pages > 1 && (
          <p className="pages">
            {page > 1 && <a href={`/threads/${first.id}?page=${page - 1}`}>{thread.earlier}</a>}
            <span className="quiet">{thread.page(page, pages)}</span>
            {page < pages && <a href={`/threads/${first.id}?page=${page + 1}`}>{thread.later}</a>}
          </p>
        )}
        <div className="offer" id="offer" />
      </section>
      <form method="post" action={`/threads/${first.id}`} className="answer" id="answer" noValidate>
        <Restricted here={here} />
        <ProblemList words={words} problems={problems} labels={{ text: thread.answer }} kept />
        {closed && <p className="quiet">{thread.closed}</p>}
        {(open || values.text !== '') && (
          <>
            <input type="hidden" name="token" value={here.token} />
            <input type="hidden" name="key" value={values.key} />
            {agree && <AgreeHere here={here} />}
            <TextArea words={words} name="text" label={thread.answer} hint={thread.answerHint} value={values.text} problem={problems['text']} rows={4} limit={maxPostLength} />
          </>
        )}
        {open && <Submit words={words} label={thread.submit} />}
      </form>
    </>
  )
}

/** When the page that the words were for cannot be shown: the words, first of all. */
export function KeptWords(props: { here: Pick<MemberVisit, 'words' | 'token'>; action: string; values: PostValues; because: 'signedOut' | 'gone' | 'notStored' }) {
  const { here: { words, token }, action, values, because } = props
  return (
    <form method="post" action={action} className="sheet">
      <h1>{words.kept.title}</h1>
      <p className="lead">{words.kept[because]}</p>
      {because === 'signedOut' && <p><a className="button" href="/sign-in" target="_blank" rel="noopener">{words.kept.signInTab}</a></p>}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="key" value={values.key} />
      {values.title !== '' && <input type="hidden" name="title" value={values.title} />}
      <input type="hidden" name="intent" value={values.intent} />
      <TextArea words={words} name="text" label={words.kept.words} value={values.text} rows={12} limit={maxPostLength} />
      {because !== 'gone' && <Submit words={words} label={words.kept.again} />}
    </form>
  )
}

export function Mine({ here, posts, next, first }: { here: MemberVisit; posts: PostView[]; next: string | null; first: boolean }) {
  const { words } = here
  return (
    <>
      <h1>{words.mine.heading}</h1>
      <p className="lead">{words.mine.lead}</p>
      <Restricted here={here} />
      {posts.length === 0 && <p className="empty">{words.mine.empty}</p>}
      <ul className="posts">
        {posts.map((post) => <MyLine key={post.id} here={here} post={post} />)}
      </ul>
      <Pages base="/mine" next={next} first={first} words={words.mine} />
    </>
  )
}
