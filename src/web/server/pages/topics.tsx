import type { PostView, TopicView } from '#contract/community'
import { when } from '../../shared/when'
import { MyLine, ThreadLine } from '../parts/post'
import { Restricted } from '../parts/writing'
import type { MemberVisit } from '../web'

export function Topics({ here, topics, notice }: { here: MemberVisit; topics: TopicView[]; notice: string | null }) {
  const { words, now, zone } = here
  return (
    <>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <h1>{words.topics.heading}</h1>
      {topics.length === 0 && <p>{words.topics.empty}</p>}
      <ul className="topics">
        {topics.map((topic) => (
          <li key={topic.id}>
            <h2>
              <a href={`/topics/${topic.slug}`}>{topic.name}</a>
            </h2>
            <p>{topic.description}</p>
            <p className="quiet">
              {topic.lastAt ? words.topics.last(when(topic.lastAt, now, words.when, zone)) : words.topics.quiet}
            </p>
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
      <p className="crumb">
        <a href="/topics">{words.topic.back}</a>
      </p>
      <h1>{topic.name}</h1>
      <p className="lead">{topic.description}</p>
      {here.viewer.restrictedUntil ? (
        <Restricted here={here} />
      ) : (
        <p className="actions">
          <a className="button" href={`/topics/${topic.slug}/new`}>
            {words.topic.write}
          </a>
        </p>
      )}
      {posts.length === 0 && <p className="empty">{words.topic.empty}</p>}
      <ul className="posts">
        {posts.map((post) => (
          <ThreadLine key={post.id} here={here} post={post} />
        ))}
      </ul>
      <Pages base={`/topics/${topic.slug}`} next={next} first={first} words={words.topic} />
    </>
  )
}

/** Pages end, and say so: there is no feed here. */
function Pages({
  base,
  next,
  first,
  words,
}: {
  base: string
  next: string | null
  first: boolean
  words: { older: string; newest: string; end?: string }
}) {
  return (
    <p className="pages">
      {!first && <a href={base}>{words.newest}</a>}
      {next ? (
        <a href={`${base}?before=${encodeURIComponent(next)}`}>{words.older}</a>
      ) : (
        words.end && <span className="quiet">{words.end}</span>
      )}
    </p>
  )
}

export function Mine({
  here,
  posts,
  next,
  first,
}: {
  here: MemberVisit
  posts: PostView[]
  next: string | null
  first: boolean
}) {
  const { words } = here
  return (
    <>
      <h1>{words.mine.heading}</h1>
      <p className="lead">{words.mine.lead}</p>
      <p>
        <a href="/mine/reports">{words.reports.link}</a>
      </p>
      <Restricted here={here} />
      {posts.length === 0 && <p className="empty">{words.mine.empty}</p>}
      <ul className="posts">
        {posts.map((post) => (
          <MyLine key={post.id} here={here} post={post} />
        ))}
      </ul>
      <Pages base="/mine" next={next} first={first} words={words.mine} />
    </>
  )
}
