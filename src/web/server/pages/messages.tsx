import type { MessageView } from '#contract/community'
import { Services } from '../parts/services'
import { When, Words } from '../parts/text'
import type { MemberVisit } from '../web'

export function Messages({ here, messages }: { here: MemberVisit; messages: MessageView[] }) {
  const { words } = here
  const newestFirst = [...messages].sort((one, other) => other.at.localeCompare(one.at))
  return (
    <>
      <h1>{words.messages.heading}</h1>
      <p className="lead">{words.messages.lead}</p>
      {messages.length === 0 && <p className="empty">{words.messages.empty}</p>}
      <div className="offer" id="offer" />
      <ol className="messages" id="messages" data-offer-one={words.messages.offer} data-say={words.messages.say}>
        {newestFirst.map((message) => (
          <li key={message.id} id={`m-${message.id}`} tabIndex={-1} data-live={message.id} data-version="1">
            <article className="post message">
              <p className="byline">
                <span className="author">{message.from}</span>
                {message.fromStaff && <span className="chip guide">{words.topic.guide}</span>}
                {!message.readAt && <span className="chip">{words.messages.new}</span>}
                <When here={here} at={message.at} />
              </p>
              <Words text={message.body} />
              <Services here={here} services={message.services} />
              {message.about && (
                <p className="quiet">
                  <a href={`/threads/${message.about}`}>{words.messages.about}</a>
                </p>
              )}
            </article>
          </li>
        ))}
      </ol>
    </>
  )
}
