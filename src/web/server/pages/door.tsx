import { Choice, ProblemList, Submit, TextField, Tick } from '../parts/fields'
import type { Problems } from '../form'
import type { Visit } from '../web'
import { RuleList } from './info'

export function Welcome({ here }: { here: Visit }) {
  const { words, viewer, site } = here
  const { welcome } = words
  return (
    <div className="welcome">
      <picture>
        <source srcSet={site.assets.url('wall-dark.svg')} media="(prefers-color-scheme: dark)" />
        <img className="scene" src={site.assets.url('wall-light.svg')} width={640} height={220} alt={welcome.artAlt} />
      </picture>
      <h1>{viewer ? welcome.again(viewer.pseudonym) : welcome.heading}</h1>
      <p className="lead">{welcome.lead}</p>
      <p className="actions">
        {viewer ? (
          <a className="button" href="/topics">
            {welcome.toTopics}
          </a>
        ) : (
          <>
            <a className="button" href="/join">
              {welcome.join}
            </a>
            <a className="button second" href="/sign-in">
              {welcome.signIn}
            </a>
          </>
        )}
      </p>
      <div className="points">
        {welcome.points.map((point) => (
          <section key={point.title}>
            <h2>{point.title}</h2>
            <p>{point.text}</p>
          </section>
        ))}
      </div>
      <section className="aside" aria-labelledby="not-emergency">
        <h2 id="not-emergency">{welcome.notEmergencyTitle}</h2>
        <p>{welcome.notEmergency}</p>
        <p>
          <a href="/help">{welcome.help}</a>
        </p>
      </section>
    </div>
  )
}

export function JoinCode({ here, code, problems }: { here: Visit; code: string; problems: Problems }) {
  const { join } = here.words
  return (
    <form method="post" action="/join" className="sheet" noValidate>
      <p className="step">{join.steps(1)}</p>
      <h1>{join.codeHeading}</h1>
      <p className="lead">{join.codeLead}</p>
      <ProblemList words={here.words} problems={problems} labels={{ code: join.code }} />
      <TextField
        name="code"
        label={join.code}
        hint={join.codeHint}
        value={code}
        problem={problems['code']}
        maxLength={64}
        spellCheck={false}
        capitals="characters"
      />
      <Submit words={here.words} label={join.next} />
      <p className="quiet">
        <a href="/sign-in">{here.words.welcome.signIn}</a>
      </p>
    </form>
  )
}

export function JoinRules({ here, code, problems }: { here: Visit; code: string; problems: Problems }) {
  const { words, site } = here
  return (
    <form method="post" action="/join/rules" className="sheet" noValidate>
      <p className="step">{words.join.steps(2)}</p>
      <h1>{words.join.rulesHeading}</h1>
      <p className="lead">{words.join.rulesLead}</p>
      <ProblemList words={words} problems={problems} labels={{ agree: words.join.agree }} />
      <RuleList rules={site.rules} />
      <input type="hidden" name="code" value={code} />
      <Tick name="agree" value={site.rules.version} label={words.join.agree} ticked={false} problem={problems['agree']} />
      <Submit words={words} label={words.join.next} />
    </form>
  )
}

export type JoinDetailsValues = { code: string; agreed: string; pseudonym: string; country: string; over16: boolean }

export function JoinDetails({ here, values, problems }: { here: Visit; values: JoinDetailsValues; problems: Problems }) {
  const { words, site } = here
  const { join } = words
  const countries = [
    ...site.lines.countries.map(({ code, name }) => ({ value: code, label: name })),
    { value: 'ZZ', label: join.elsewhere },
  ]
  return (
    <form method="post" action="/join/you" className="sheet" noValidate>
      <p className="step">{join.steps(3)}</p>
      <h1>{join.aboutHeading}</h1>
      <ProblemList
        words={words}
        problems={problems}
        labels={{ pseudonym: join.pseudonym, passphrase: join.passphrase, country: join.country, over16: join.over16 }}
      />
      <input type="hidden" name="code" value={values.code} />
      <input type="hidden" name="agreed" value={values.agreed} />
      <TextField
        name="pseudonym"
        label={join.pseudonym}
        hint={join.pseudonymHint}
        value={values.pseudonym}
        problem={problems['pseudonym']}
        autoComplete="username"
        maxLength={30}
        spellCheck={false}
      />
      <TextField
        name="passphrase"
        label={join.passphrase}
        hint={join.passphraseHint}
        value=""
        problem={problems['passphrase']}
        type="password"
        autoComplete="new-password"
        maxLength={256}
      />
      <Choice
        name="country"
        label={join.country}
        hint={join.countryHint}
        value={values.country}
        problem={problems['country']}
        options={countries}
        empty={join.choose}
      />
      <Tick name="over16" value="yes" label={join.over16} ticked={values.over16} problem={problems['over16']} />
      {problems['over16'] && (
        <p>
          <a href="/help">{words.welcome.help}</a>
        </p>
      )}
      <Submit words={words} label={join.submit} />
    </form>
  )
}

export function SignIn(props: { here: Visit; pseudonym: string; next: string; notice: string | null; problems: Problems }) {
  const { here, pseudonym, next, notice, problems } = props
  const { words } = here
  const { signIn } = words
  return (
    <form method="post" action="/sign-in" className="sheet" noValidate>
      <h1>{signIn.heading}</h1>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      <ProblemList words={words} problems={problems} labels={{ pseudonym: signIn.pseudonym, passphrase: signIn.passphrase }} />
      <input type="hidden" name="next" value={next} />
      <TextField
        name="pseudonym"
        label={signIn.pseudonym}
        value={pseudonym}
        problem={problems['pseudonym']}
        autoComplete="username"
        maxLength={64}
        spellCheck={false}
        capitals="none"
      />
      <TextField
        name="passphrase"
        label={signIn.passphrase}
        value=""
        problem={problems['passphrase']}
        type="password"
        autoComplete="current-password"
        maxLength={256}
      />
      <Submit words={words} label={signIn.submit} />
      <p className="quiet">
        {signIn.new} <a href="/join">{signIn.join}</a>
      </p>
    </form>
  )
}
