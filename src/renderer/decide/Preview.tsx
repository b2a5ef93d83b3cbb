import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import type { ItemView } from '#contract/bridge'
import { toSignposted } from '#contract/directory-words'
import { useDesk } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import type { Draft } from './draft'
import { previewOf, type PostPreview } from './preview'
import { useServices } from './services'
import { atOnce } from './atOnce'
import styles from './Overlay.module.css'

/** What is about to be sent or done, as the member's page shows it, in that page's own words. */
export function Preview({ view, draft }: { view: ItemView; draft: Draft }) {
  const opened = useStore(nav, (n) => n.overlay === 'preview')
  const close = () => nav.patch({ overlay: null })
  return (
    <Modal opened={opened} onClose={close} size={640} radius={10} yOffset="5vh" {...atOnce(close)} title="As the member will see it" classNames={{ title: styles.title }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {opened && <Body view={view} draft={draft} />}
    </Modal>
  )
}

function Body({ view, draft }: { view: ItemView; draft: Draft }) {
  const desk = useDesk()
  const guide = useStore(desk.view, (v) => v.state?.staff?.pseudonym ?? '')
  const preview = previewOf(view, draft)
  const { author } = view.item
  if (preview.kind === 'nothing') return <p className={styles.plain}>{preview.why}</p>
  if (preview.kind === 'reply') {
    return (
      <Paper title="In the thread, for everyone">
        <Letter from={guide} body={preview.body} />
      </Paper>
    )
  }
  if (preview.kind === 'message') {
    return (
      <Paper title={`Under Messages, only for ${author.pseudonym}`}>
        <Letter from={guide} body={preview.body} />
        {preview.services.length > 0 && <Signposted ids={preview.services} />}
      </Paper>
    )
  }
  return (
    <>
      <Paper title={`${author.pseudonym} sees`}>
        <State post={preview.author} />
        {preview.author.contentNote && <p className={styles.contentNote}>Content note: {preview.author.contentNote}</p>}
        <Words title={preview.author.title} text={preview.author.text} />
      </Paper>
      <Paper title="Others see">
        {preview.others === null ? (
          <p className={styles.quiet}>Nothing of this post.</p>
        ) : preview.others.contentNote !== null ? (
          <>
            {preview.others.title && <h4 dir="auto">{preview.others.title}</h4>}
            <p className={styles.contentNote}>
              Content note: {preview.others.contentNote} <u>Show the text</u>
            </p>
          </>
        ) : (
          <Words title={preview.others.title} text={preview.others.text} />
        )}
      </Paper>
    </>
  )
}

function Paper({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.paper} aria-label={title}>
      <h3>{title}</h3>
      <div className={styles.sheet}>{children}</div>
    </section>
  )
}

function Letter({ from, body }: { from: string; body: string }) {
  return (
    <>
      <p className={styles.byline}>
        <strong>{from}</strong> <span className={styles.chip}>Guide</span>
      </p>
      <p className={styles.words} dir="auto">
        {body.trim() || '…'}
      </p>
    </>
  )
}

function State({ post }: { post: PostPreview }) {
  return (
    <div className={styles.state}>
      <p>
        <strong>{post.name}.</strong> {post.sentence}
      </p>
      {post.reason && <p>{post.reason}</p>}
    </div>
  )
}

function Words({ title, text }: { title: string | null; text: string }) {
  return (
    <>
      {title && <h4 dir="auto">{title}</h4>}
      <p className={styles.words} dir="auto">
        {text}
      </p>
    </>
  )
}

function Signposted({ ids }: { ids: readonly string[] }) {
  const hits = useServices(ids)
  return (
    <ul className={styles.services}>
      {(hits ?? []).map(({ service }) => {
        const shown = toSignposted(service)
        return (
          <li key={shown.id} dir="auto">
            <strong>{shown.name}</strong>
            <p>{shown.does}</p>
            {shown.hours && <p className={styles.quiet}>{shown.hours}</p>}
            <p className={styles.numbers}>{shown.phones.map((phone) => `${phone.type === 'text' ? 'Text' : 'Call'} ${phone.number}`).join('   ')}</p>
          </li>
        )
      })}
    </ul>
  )
}
