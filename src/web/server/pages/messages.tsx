import { maxPostLength, type AskingView, type MessageView } from '#contract/community'
import type { Problems } from '../form'
import { ProblemList, Submit, TextArea } from '../parts/fields'
import { Services } from '../parts/services'
import { When, Words } from '../parts/text'
import type { MemberVisit } from '../web'

type MessagesProps = {
  here: MemberVisit
  messages: MessageView[]
  line: AskingView
  draft: { text: string; key: string }
  problems: Problems
  /** A message was sent just now. */
  sent?: boolean
}

export function Messages({ here, messages, line, draft, problems, sent = false }: MessagesProps) {
  const { words } = here
  const newestFirst = [...messages].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <>
      {sent && (
        <p className="notice" role="status">
          {words.ask.sent}
        </p>
      )}
      <h1>{words.messages.heading}</h1>
      <p className="lead">{words.messages.lead}</p>
      <section className="asking" aria-labelledby="ask">
        <h2 id="ask">{words.ask.heading}</h2>
        <Line here={here} line={line} />
        <form method="post" action="/messages" noValidate>
          <ProblemList words={words} problems={problems} labels={{ text: words.ask.text }} kept />
          <input type="hidden" name="token" value={here.token} />
          <input type="hidden" name="key" value={draft.key} />
          <TextArea
            words={words}
            name="text"
            label={words.ask.text}
            hint={words.ask.hint}
            value={draft.text}
            problem={problems['text']}
            rows={4}
            limit={maxPostLength}
          />
          <Submit words={words} label={words.ask.submit} />
        </form>
      </section>
      <h2>{words.messages.conversation}</h2>
      {messages.length === 0 && (
        <p className="empty" data-empty="">
          {words.messages.empty}
        </p>
      )}
      <div className="offer" id="offer" />
      <ol className="messages" id="messages" data-offer-one={words.messages.offer} data-say={words.messages.say}>
        {newestFirst.map((message) => (
          <Message key={message.id} here={here} message={message} />
        ))}
      </ol>
    </>
  )
}

/** How long the line is and whether anybody was here: what we know, and no promise. */
function Line({ here: { words }, line }: { here: MemberVisit; line: AskingView }) {
  const { ask } = words
  const waiting = line.waiting ? ask.beforeYou(line.before) : ask.waitingNow(line.before)
  const seen = line.guideSeen ? ask.guideSeen : ask.noGuideSeen
  return (
    <div className="state reading" data-live="line" data-version={`${line.waiting ? 'w' : 'n'}${line.before}${line.guideSeen ? 'g' : ''}`}>
      <p>
        {waiting} {seen}
      </p>
      <p>
        {ask.noPromise} <a href="/help">{words.help.heading}</a>
      </p>
    </div>
  )
}

function Message({ here, message }: { here: MemberVisit; message: MessageView }) {
  const { words } = here
  const { id, own } = message
  const state = own ? (own.waiting ? words.ask.waiting : words.ask.read) : null
  return (
    <li id={`m-${id}`} tabIndex={-1} data-live={id} data-version={own ? (own.waiting ? 'w' : 'r') : '1'} data-say={own ? words.ask.say : undefined}>
      <article className={own ? 'post message own' : 'post message'}>
        <p className="byline">
          <span className="author">{message.from}</span>
          {own && <span className="chip">{words.topic.you}</span>}
          {message.fromStaff && <span className="chip guide">{words.topic.guide}</span>}
          {!message.readAt && <span className="chip">{words.messages.new}</span>}
          <When here={here} at={message.at} />
        </p>
        <Words text={message.body} />
        {state && <p className="quiet">{state}</p>}
        <Services here={here} services={message.services} />
        {message.about && (
          <p className="quiet">
            <a href={`/threads/${message.about}`}>{words.messages.about}</a>
          </p>
        )}
      </article>
    </li>
  )
}
