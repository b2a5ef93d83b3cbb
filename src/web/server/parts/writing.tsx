import { untilWords } from '../../shared/when'
import { ruleTitle } from '../resources'
import type { MemberVisit } from '../web'

/** Told until when and by which rule; also what can still be done. */
export function Restricted({ here }: { here: MemberVisit }) {
  const { words, viewer, site, zone } = here
  if (!viewer.restrictedUntil) return null
  return (
    <div className="state removed" id="restricted">
      <p>
        <strong>{words.restricted.title}.</strong>
      </p>
      {viewer.restrictedRule && <p>{words.restricted.because(ruleTitle(site.rules, viewer.restrictedRule))}</p>}
      <p>{words.restricted.until(untilWords(viewer.restrictedUntil, words.lang, zone))}</p>
      <p>
        <a href="/rules">{words.rules.heading}</a>
      </p>
    </div>
  )
}

/** The rules changed while somebody wrote: agreeing is one tick here, so that nothing has to be typed again. */
export function AgreeHere({ here: { words, site } }: { here: MemberVisit }) {
  return (
    <div className="field tick">
      <label>
        <input type="checkbox" name="agree" value={site.rules.version} />
        <span>
          {words.join.agree} (
          <a href="/rules" target="_blank" rel="noopener">
            {words.rules.heading}
          </a>
          )
        </span>
      </label>
    </div>
  )
}
