import { dateWords } from '../../shared/when'
import { Submit, Tick } from '../parts/fields'
import { crisisLinesStale, type CrisisCountry, type HouseRules } from '../resources'
import type { MemberVisit, Visit } from '../web'

export function RuleList({ rules }: { rules: HouseRules }) {
  return (
    <ol className="rules">
      {rules.rules.map((rule) => (
        <li key={rule.id} id={`rule-${rule.id}`}>
          <strong>{rule.title}</strong>
          <p>{rule.text}</p>
        </li>
      ))}
    </ol>
  )
}

export function Rules({ here }: { here: Visit }) {
  const { words, site, now } = here
  return (
    <>
      <h1>{words.rules.heading}</h1>
      <p className="lead">{words.rules.lead}</p>
      <RuleList rules={site.rules} />
      <p className="quiet">{words.rules.since(dateWords(new Date(site.rules.from), now, words.lang, 'UTC'))}</p>
    </>
  )
}

export function AgreeAgain({
  here,
  next,
  notice,
  problem,
}: {
  here: MemberVisit
  next: string
  notice: string | null
  problem: string | undefined
}) {
  const { words, site } = here
  return (
    <form method="post" action="/rules/agree" className="sheet" noValidate>
      <h1>{words.rules.changedHeading}</h1>
      <p className="lead">{words.rules.changedLead}</p>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <RuleList rules={site.rules} />
      <input type="hidden" name="token" value={here.token} />
      <input type="hidden" name="next" value={next} />
      <Tick name="agree" value={site.rules.version} label={words.join.agree} ticked={false} problem={problem} />
      <Submit words={words} label={words.rules.agree} />
    </form>
  )
}

export function Help({ here }: { here: Visit }) {
  const { words, site, now, viewer } = here
  const mine = site.lines.countries.find((country) => country.code === viewer?.country)
  const others = site.lines.countries.filter((country) => country !== mine)
  return (
    <>
      <h1>{words.help.heading}</h1>
      <p className="lead">{words.help.lead}</p>
      {crisisLinesStale(site.lines, now) && <p className="notice">{words.help.stale}</p>}
      {mine && <Country here={here} country={mine} label={words.help.yours} open />}
      {mine && <h2>{words.help.others}</h2>}
      {others.map((country) => (
        <Country key={country.code} here={here} country={country} label={null} open={!mine && country === others[0]} />
      ))}
      <section className="aside">
        <h2>{words.help.another}</h2>
        <p>{words.help.anotherText}</p>
      </section>
      <p className="quiet">
        {words.help.checked(dateWords(new Date(site.lines.verifiedAt), now, words.lang, 'UTC'))} {words.help.back}
      </p>
    </>
  )
}

function Country({
  here: { words },
  country,
  label,
  open,
}: {
  here: Visit
  country: CrisisCountry
  label: string | null
  open: boolean
}) {
  const { help } = words
  const body = (
    <>
      <p className="danger">
        <strong>{help.danger}:</strong> {help.dangerCall}{' '}
        {country.emergency.map(({ number, tel }, index) => (
          <span key={tel}>
            {index > 0 && ` ${help.or} `}
            <a className="number" href={`tel:${tel}`}>
              {number}
            </a>
          </span>
        ))}
        , {help.goTo}
      </p>
      <ul className="lines">
        {country.lines.map((line) => (
          <li key={line.name}>
            <div>
              <strong>{line.name}</strong>
              <p>{line.does}</p>
            </div>
            <p className="reach">
              {line.call && (
                <a className="number" href={`tel:${line.call.tel}`}>
                  {help.call} {line.call.number}
                </a>
              )}
              {line.text && (
                <a className="number" href={`sms:${line.text.tel}`}>
                  {help.text} {line.text.number}
                </a>
              )}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
  if (label)
    return (
      <section className="country" id={country.code.toLowerCase()}>
        <h2>
          {label}: {country.name}
        </h2>
        {body}
      </section>
    )
  return (
    <details className="country" id={country.code.toLowerCase()} open={open}>
      <summary>
        <h2>{country.name}</h2>
      </summary>
      {body}
    </details>
  )
}

export function About({ here }: { here: Visit }) {
  const { about } = here.words
  return (
    <>
      <h1>{about.heading}</h1>
      <p className="lead">{about.lead}</p>
      <h2>{about.keepHeading}</h2>
      <dl className="facts">
        {about.keep.map(({ what, why }) => (
          <div key={what}>
            <dt>{what}</dt>
            <dd>{why}</dd>
          </div>
        ))}
      </dl>
      <h2>{about.seeHeading}</h2>
      <dl className="facts">
        {about.see.map(({ who, what }) => (
          <div key={who}>
            <dt>{who}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <h2>{about.writingHeading}</h2>
      <p>{about.writing}</p>
    </>
  )
}

export function Trouble(props: { here: Visit; heading: string; text: string; reference?: string | null; picture?: boolean }) {
  const { here, heading, text, reference, picture } = props
  const { words, site, viewer } = here
  return (
    <div className="trouble">
      {picture && (
        <picture>
          <source srcSet={site.assets.url('gate-dark.svg')} media="(prefers-color-scheme: dark)" />
          <img
            className="scene small"
            src={site.assets.url('gate-light.svg')}
            width={240}
            height={160}
            alt={words.errors.notFoundAlt}
          />
        </picture>
      )}
      <h1>{heading}</h1>
      <p className="lead">{text}</p>
      {reference && <p className="quiet">{words.errors.reference(reference)}</p>}
      <p>
        <a className="button" href={viewer ? '/topics' : '/'}>
          {viewer ? words.errors.topics : words.errors.home}
        </a>
      </p>
    </div>
  )
}
