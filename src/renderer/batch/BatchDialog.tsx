import { Alert, Button, CloseButton, Modal, NativeSelect, Textarea } from '@mantine/core'
import { useWorkstation } from '../app/context'
import { nav } from '../app/nav'
import { useStore } from '../app/store'
import { LevelMark } from '../components/LevelMark'
import { plural, reasonWords } from '../components/words'
import { atOnce } from '../decide/atOnce'
import { formOf } from '../decide/verdicts'
import { noteRequired } from '#contract/policy'
import { batchReasons, type BatchForm } from './batch'
import styles from './Batch.module.css'

/** Everything that is about to be decided at once, with its words: looked over, thinned out, then decided by one key. */
export function BatchDialog() {
  const { batch } = useWorkstation()
  const form = useStore(batch.form)
  const open = useStore(nav, (n) => n.overlay === 'batch') && form !== null
  return (
    <Modal opened={open} onClose={() => batch.close()} size={720} radius={10} yOffset="5vh" {...atOnce(() => batch.close())} returnFocus={false} title={form ? `${formOf(form.verdict).title}: ${plural(form.items.length, 'item')}` : ''} classNames={{ title: styles.title }} closeButtonProps={{ 'aria-label': 'Close' }}>
      {form && <Form form={form} />}
    </Modal>
  )
}

function Form({ form }: { form: BatchForm }) {
  const { batch } = useWorkstation()
  const { verdict, items, reason, note, missing, sending, refused } = form
  const needsNote = items.some(({ level }) => noteRequired(verdict, level))
  const reasons = batchReasons(verdict)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void batch.send()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void batch.send()
      }}
    >
      <p className={styles.does}>{formOf(verdict).does} Crisis and red items are never decided this way. One undo takes all of it back.</p>
      <ul className={styles.items} aria-label="What is decided" tabIndex={0}>
        {items.map(({ item, level, topic, author, words }) => (
          <li key={item}>
            <LevelMark level={level} />
            <div className={styles.words}>
              <p dir="auto">{words}</p>
              <span>
                {topic} · <bdi>{author}</bdi>
              </span>
            </div>
            <CloseButton size="sm" aria-label={`Leave out: ${words.slice(0, 60)}`} title="Leave this one out" onClick={() => batch.leaveOut(item)} />
          </li>
        ))}
      </ul>
      <div className={styles.fields}>
        {reasons.length > 1 && <NativeSelect label="Reason" data={reasons.map((value) => ({ value, label: reasonWords[value] }))} value={reason} onChange={(e) => batch.form.set({ ...form, reason: reasons.find((one) => one === e.currentTarget.value) ?? reason })} />}
        {reasons.length === 1 && <p className={styles.reason}>Reason: {reasonWords[reason]}</p>}
        {needsNote && <Textarea data-autofocus label="Why nothing lighter would do" autosize minRows={2} maxRows={5} maxLength={10_000} value={note} error={missing ? 'Write one sentence; it is kept with each of them.' : undefined} onChange={(e) => batch.form.set({ ...form, note: e.currentTarget.value, missing: false })} />}
      </div>
      {refused && (
        <Alert color="red" variant="light" role="alert" mt={10}>
          {refused.message}
        </Alert>
      )}
      <Button type="submit" mt={14} loading={sending} data-autofocus={needsNote ? undefined : true}>
        {formOf(verdict).title}: {plural(items.length, 'item')}
      </Button>
    </form>
  )
}
