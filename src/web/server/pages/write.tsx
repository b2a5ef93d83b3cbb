import { maxPostLength, type TopicView } from '#contract/community'
import { postIntents } from '#contract/review'
import type { Problems } from '../form'
import { ProblemList, Submit, TextArea, TextField } from '../parts/fields'
import { AgreeHere, Restricted } from '../parts/writing'
import type { MemberVisit } from '../web'

export type PostValues = { title: string; text: string; intent: string; key: string }

export function NewPostPage(props: {
  here: MemberVisit
  topic: TopicView
  values: PostValues
  problems: Problems
  agree?: boolean
}) {
  const { here, topic, values, problems, agree } = props
  const { words } = here
  const { write } = words
  return (
    <form method="post" action={`/topics/${topic.slug}/new`} className="sheet write" noValidate>
      <p className="crumb">
        <a href={`/topics/${topic.slug}`}>{topic.name}</a>
      </p>
      <h1>{write.heading}</h1>
      <Restricted here={here} />
      <ProblemList
        words={words}
        problems={problems}
        labels={{ title: write.postTitle, text: write.text, intent: write.intent }}
        kept
      />
      <input type="hidden" name="token" value={here.token} />
      <input type="hidden" name="key" value={values.key} />
      {agree && <AgreeHere here={here} />}
      <TextField name="title" label={write.postTitle} hint={write.titleHint} value={values.title} problem={problems['title']} />
      <TextArea
        words={words}
        name="text"
        label={write.text}
        hint={write.textHint}
        value={values.text}
        problem={problems['text']}
        rows={10}
        limit={maxPostLength}
      />
      <fieldset className="field intents" id="intent">
        <legend>
          {write.intent} <span className="quiet">({words.form.optional})</span>
        </legend>
        {problems['intent'] && <p className="problem">{problems['intent']}</p>}
        {postIntents.map((intent) => (
          <label key={intent}>
            <input type="radio" name="intent" value={intent} defaultChecked={values.intent === intent} />
            <span>
              <strong>{words.intents[intent].name}</strong> <small>{words.intents[intent].hint}</small>
            </span>
          </label>
        ))}
        <label>
          <input type="radio" name="intent" value="" defaultChecked={values.intent === ''} />
          <span>
            <strong>{write.noIntent}</strong> <small>{write.noIntentHint}</small>
          </span>
        </label>
      </fieldset>
      <p className="quiet">{write.before}</p>
      {!here.viewer.restrictedUntil && (
        <p className="actions">
          <Submit words={words} label={write.submit} />
          <a className="button second" href={`/topics/${topic.slug}`}>
            {write.cancel}
          </a>
        </p>
      )}
    </form>
  )
}

/** When the page that the words were for cannot be shown: the words, first of all. */
export function KeptWords(props: {
  here: Pick<MemberVisit, 'words' | 'token'>
  action: string
  values: PostValues
  because: 'signedOut' | 'gone' | 'notStored'
}) {
  const {
    here: { words, token },
    action,
    values,
    because,
  } = props
  return (
    <form method="post" action={action} className="sheet">
      <h1>{words.kept.title}</h1>
      <p className="lead">{words.kept[because]}</p>
      {because === 'signedOut' && (
        <p>
          <a className="button" href="/sign-in" target="_blank" rel="noopener">
            {words.kept.signInTab}
          </a>
        </p>
      )}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="key" value={values.key} />
      {values.title !== '' && <input type="hidden" name="title" value={values.title} />}
      <input type="hidden" name="intent" value={values.intent} />
      <TextArea words={words} name="text" label={words.kept.words} value={values.text} rows={12} limit={maxPostLength} />
      {because !== 'gone' && <Submit words={words} label={words.kept.again} />}
    </form>
  )
}
