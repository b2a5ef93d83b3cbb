import { maxPostLength, type PostView } from '#contract/community'
import type { Problems } from '../form'
import { ProblemList, Submit, TextArea } from '../parts/fields'
import { Comment, FirstPost } from '../parts/post'
import { AgreeHere, Restricted } from '../parts/writing'
import type { MemberVisit } from '../web'

export type ThreadData = { first: PostView; comments: PostView[]; page: number; pages: number }

export function Thread(props: {
  here: MemberVisit
  data: ThreadData
  values: { text: string; key: string }
  problems: Problems
  agree?: boolean
}) {
  const { here, data, values, problems, agree } = props
  const { words } = here
  const { thread } = words
  const { first, comments, page, pages } = data
  const closed = first.state === 'removed'
  const open = !closed && !here.viewer.restrictedUntil
  return (
    <>
      <p className="crumb">
        <a href={`/topics/${first.topic.slug}`}>{thread.back(first.topic.name)}</a>
      </p>
      <FirstPost here={here} post={first} />
      <section className="answers" aria-labelledby="answers">
        <h2 id="answers">{thread.comments}</h2>
        {comments.length === 0 && (
          <p className="empty" data-empty="">
            {thread.none}
          </p>
        )}
        <ol
          className="comments"
          id="comments"
          data-page={page}
          data-pages={pages}
          data-offer-one={thread.offerOne}
          data-offer-many={thread.offerMany}
        >
          {comments.map((comment) => (
            <Comment key={comment.id} here={here} post={comment} />
          ))}
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
            <TextArea
              words={words}
              name="text"
              label={thread.answer}
              hint={thread.answerHint}
              value={values.text}
              problem={problems['text']}
              rows={4}
              limit={maxPostLength}
            />
          </>
        )}
        {open && <Submit words={words} label={thread.submit} />}
      </form>
    </>
  )
}
