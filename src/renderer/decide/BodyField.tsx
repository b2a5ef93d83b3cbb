import { Textarea, UnstyledButton } from '@mantine/core'
import { Fragment, useEffect, useRef } from 'react'
import { unfilled } from '#contract/templates'
import { KeyHint } from '../components/Keys'
import { useActions } from '../app/actionsContext'
import { Field, type Change } from './Field'
import styles from './Composer.module.css'

/** What the member will read. Variables that a template left open are marked in the text and named under it. */
export function BodyField({ label, name, body, change, missing }: { label: string; name: string; body: string; change: Change; missing?: string }) {
  const actions = useActions()
  const field = useRef<HTMLTextAreaElement>(null)
  const mirror = useRef<HTMLDivElement>(null)
  const open = unfilled(body)
  const select = (span: { start: number; end: number }) => {
    field.current?.focus()
    field.current?.setSelectionRange(span.start, span.end)
  }
  useEffect(() => {
    const [at, over] = [field.current, mirror.current]
    if (!at || !over) return
    const follow = () => void (over.scrollTop = at.scrollTop)
    follow()
    at.addEventListener('scroll', follow)
    return () => at.removeEventListener('scroll', follow)
  }, [open.length])
  return (
    <Field label={label} missing={missing}>
      <div className={styles.bodyBox}>
        {open.length > 0 && (
          <div ref={mirror} className={styles.mirror} aria-hidden="true">
            {open.map((span, i) => (
              <Fragment key={span.start}>
                {body.slice(open[i - 1]?.end ?? 0, span.start)}
                <mark>{body.slice(span.start, span.end)}</mark>
              </Fragment>
            ))}
            {body.slice(open.at(-1)?.end ?? 0)}
          </div>
        )}
        <Textarea
          ref={field}
          data-first
          data-body
          aria-label={name}
          classNames={{ input: styles.body }}
          autosize
          minRows={3}
          maxRows={9}
          value={body}
          error={missing !== undefined}
          onChange={(e) => change({ body: e.currentTarget.value })}
        />
      </div>
      <p className={styles.under}>
        {open.length > 0 ? (
          <span role="status">
            Still to fill in:{' '}
            {open.map((span) => (
              <UnstyledButton key={span.start} className={styles.open} onClick={() => select(span)}>
                {`{${span.name}}`}
              </UnstyledButton>
            ))}
          </span>
        ) : (
          <UnstyledButton className={styles.addNote} onClick={() => actions.run('templates')}>
            Insert a template <KeyHint id="templates" />
          </UnstyledButton>
        )}
        <UnstyledButton className={styles.addNote} onClick={() => actions.run('preview')}>
          See it as they will <KeyHint id="preview" />
        </UnstyledButton>
      </p>
    </Field>
  )
}
