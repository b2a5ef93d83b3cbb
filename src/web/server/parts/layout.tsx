import type { ReactElement } from 'react'
import type { PageOptions, Visit } from '../web'

/** The frame of every page: skip link, brand, help, navigation, main, footer. */
export function Layout({ here, options, contents }: { here: Visit; options: PageOptions; contents: ReactElement }) {
  const { words, site, viewer } = here
  return (
    <html lang={words.lang}>
      <head>
        <meta charSet="utf-8" />
        <title>{options.title === words.brand ? words.brand : `${options.title} · ${words.brand}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#faf6ee" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#1c1a17" media="(prefers-color-scheme: dark)" />
        <link rel="stylesheet" href={site.assets.url('pages.css')} />
        <link rel="icon" type="image/svg+xml" href={site.assets.url('icon.svg')} />
        <script type="module" src={site.assets.url('pages.js')} />
      </head>
      <body className={viewer ? 'member' : 'visitor'}>
        <a className="skip" href="#main">
          {words.skip}
        </a>
        <header className="top">
          {site.demo && <p className="demo">{words.demo}</p>}
          <a className="brand" href={viewer ? '/topics' : '/'}>
            <Mark />
            {words.brand}
          </a>
          <Navigation here={here} />
          <a className="help-link" href="/help" aria-current={here.path.startsWith('/help') ? 'page' : undefined}>
            {words.nav.help}
          </a>
        </header>
        <main id="main" tabIndex={-1} data-live-page={options.live ?? undefined}>
          <MainContents here={here} contents={contents} />
        </main>
        <p id="announce" className="unseen" role="status" />
        <Footer here={here} />
      </body>
    </html>
  )
}

/** What a script swaps: the contents of `<main>`, and the navigation's unread mark, which lives outside it. */
export function MainContents({ here, contents }: { here: Visit; contents: ReactElement }) {
  return (
    <>
      {contents}
      {here.viewer && <span hidden data-unread={here.unread ? 'yes' : 'no'} />}
    </>
  )
}

function Navigation({ here: { words, viewer, unread, path } }: { here: Visit }) {
  const at = (href: string) => (path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`) ? 'page' : undefined)
  return (
    <nav className="main-nav" aria-label={words.nav.label}>
      {viewer ? (
        <ul>
          <li>
            <a href="/topics" aria-current={at('/topics')}>
              {words.nav.topics}
            </a>
          </li>
          <li>
            <a href="/mine" aria-current={at('/mine')}>
              {words.nav.mine}
            </a>
          </li>
          <li>
            <a href="/messages" aria-current={at('/messages')}>
              {words.nav.messages}
              <span className="mark" id="unread" hidden={!unread}>
                {' '}
                {words.nav.newMessage}
              </span>
            </a>
          </li>
        </ul>
      ) : (
        <ul>
          <li>
            <a href="/sign-in" aria-current={at('/sign-in')}>
              {words.nav.signIn}
            </a>
          </li>
          <li>
            <a href="/join" aria-current={at('/join')}>
              {words.nav.join}
            </a>
          </li>
        </ul>
      )}
    </nav>
  )
}

function Footer({ here: { words, viewer, token, emergency } }: { here: Visit }) {
  const { footer } = words
  return (
    <footer className="foot">
      <p>
        <strong>{footer.notEmergency}</strong> {emergency ? footer.danger(emergency) : footer.dangerAnywhere}
        <a href="/help">{footer.helpPage}</a>.
      </p>
      <nav aria-label={footer.label}>
        <ul>
          <li>
            <a href="/rules">{footer.rules}</a>
          </li>
          <li>
            <a href="/about">{footer.about}</a>
          </li>
          {viewer && (
            <li>
              <form method="post" action="/sign-out">
                <input type="hidden" name="token" value={token} />
                <button className="plain" type="submit">
                  {footer.signOut}
                </button>
              </form>
            </li>
          )}
        </ul>
      </nav>
      {viewer && <p className="quiet">{footer.signedInAs(viewer.pseudonym)}</p>}
    </footer>
  )
}

/** Three bricks of a wall. */
function Mark() {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path
        d="M3 13.5h8v6H3zM13 13.5h8v6h-8zM8 5.5h8v6H8z"
        fill="currentColor"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  )
}
