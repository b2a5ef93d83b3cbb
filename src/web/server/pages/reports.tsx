import { maxReportLength, type Reportable, type ReportView } from '#contract/community'
import { reportReasons } from '#contract/review'
import type { Problems } from '../form'
import { ProblemList, Submit, TextArea } from '../parts/fields'
import { beginning, When, Words } from '../parts/text'
import type { MemberVisit } from '../web'

export type ReportValues = { reason: string; text: string }

export function ReportPage(props: { here: MemberVisit; about: Reportable; values: ReportValues; problems: Problems }) {
  const { here, about, values, problems } = props
  const { words } = here
  const { report } = words
  const { post, why } = about
  const back = post.kind === 'post' ? `/threads/${post.id}` : `/threads/${post.thread}#c-${post.id}`
  return (
    <form method="post" action={`/report/${post.id}`} className="sheet" noValidate>
      <p className="crumb">
        <a href={back}>{report.back}</a>
      </p>
      <h1>{report.heading}</h1>
      <ProblemList words={words} problems={problems} labels={{ reason: report.reason, text: report.words }} kept />
      {why !== null && <p className="notice">{report.whyNot[why]}</p>}
      {why === null && (
        <>
          <figure className="quoted">
            <figcaption className="byline">
              <span className="author">{post.author.pseudonym}</span>
              <When here={here} at={post.at} />
            </figcaption>
            <p className="words excerpt" dir="auto">
              {post.contentNote ? words.topic.contentNote(post.contentNote) : beginning(post.text)}
            </p>
          </figure>
          <input type="hidden" name="token" value={here.token} />
          <fieldset className="field intents" id="reason" aria-describedby={problems['reason'] ? 'reason-problem' : undefined}>
            <legend>{report.reason}</legend>
            {problems['reason'] && (
              <p className="problem" id="reason-problem">
                {problems['reason']}
              </p>
            )}
            {reportReasons.map((reason) => (
              <label key={reason}>
                <input type="radio" name="reason" value={reason} defaultChecked={values.reason === reason} />
                <span>{report.reasons[reason]}</span>
              </label>
            ))}
          </fieldset>
          <TextArea
            words={words}
            name="text"
            label={
              <>
                {report.words} <span className="quiet">({words.form.optional})</span>
              </>
            }
            hint={report.wordsHint}
            value={values.text}
            problem={problems['text']}
            rows={4}
            limit={maxReportLength}
            optional
          />
          <section className="aside" aria-labelledby="then">
            <h2 id="then">{report.thenHeading}</h2>
            <ul className="plain-list">
              {report.then.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <p>
              {report.danger} <a href="/help">{words.help.heading}</a>
            </p>
          </section>
          <p className="actions">
            <Submit words={words} label={report.submit} />
            <a className="button second" href={back}>
              {words.write.cancel}
            </a>
          </p>
        </>
      )}
    </form>
  )
}

export function MyReports({ here, reports, notice }: { here: MemberVisit; reports: ReportView[]; notice: string | null }) {
  const { words } = here
  return (
    <>
      <p className="crumb">
        <a href="/mine">{words.reports.back}</a>
      </p>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <h1>{words.reports.heading}</h1>
      <p className="lead">{words.reports.lead}</p>
      {reports.length === 0 && <p className="empty">{words.reports.empty}</p>}
      <ul className="posts">
        {reports.map((one) => (
          <Reported key={one.id} here={here} report={one} />
        ))}
      </ul>
    </>
  )
}

function Reported({ here, report: { id, at, reason, words: said, status, kind, topic, thread, post } }: { here: MemberVisit; report: ReportView }) {
  const { reports, report } = here.words
  const state = reports.states[status]
  const what = kind === 'post' ? reports.postIn(topic.name) : reports.commentIn(topic.name)
  const href = kind === 'post' ? `/threads/${post}` : `/threads/${thread}#c-${post}`
  return (
    <li data-live={id} data-version={`${status}-${thread === null ? 0 : 1}`} data-say={`${what}: ${state.name}.`}>
      <article className="post line">
        <h2>{thread === null ? what : <a href={href}>{what}</a>}</h2>
        <p className="byline">
          <span>{report.reasons[reason]}</span>
          <When here={here} at={at} />
        </p>
        {said !== '' && <Words text={said} />}
        <div className={`state ${status === 'changed' ? 'changed' : 'reading'}`}>
          <p>
            <strong>{state.name}.</strong> {state.sentence}
          </p>
        </div>
      </article>
    </li>
  )
}
