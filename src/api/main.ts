/** The community API as a program. One line of JSON on stdout says that it is ready; sentences go to stderr. */
import { join } from 'node:path'
import { communityPages } from '../web/server'
import { createApi } from './app'
import { readWording } from './episodes/wording'
import { packageRoot, packageVersion } from './package-root'
import { readRiskPack } from './risk-pack'
import { readSettings, startFailure } from './settings'

const stop = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const read = readSettings(process.env)
if (!read.ok) stop(read.sentences.join('\n'))
else {
  const { settings } = read
  const { host, port, demo, https, database, secret, logLevel, proxies, maxOfflineHours, wordingFile, packFile, secondReviewShare } = settings
  try {
    const api = await createApi({
      database,
      host,
      port,
      demo,
      version: packageVersion(),
      secureCookies: https,
      maxOfflineHours,
      secondReviewShare,
      logLevel,
      wording: await readWording(wordingFile),
      pack: await readRiskPack(packFile),
      ...(secret !== undefined && { secret }),
      ...(proxies !== null && { trustProxy: proxies }),
      pages: ({ service }) => communityPages({ service, assetsDir: join(packageRoot(), 'out', 'web', 'assets'), secureCookies: https, demo }),
    })
    let leaving = false
    const leave = () => {
      if (leaving) return
      leaving = true
      api.close().then(
        () => process.exit(0),
        (error: unknown) => stop(`The community did not close cleanly: ${error instanceof Error ? error.message : String(error)}`),
      )
    }
    process.on('SIGINT', leave)
    process.on('SIGTERM', leave)
    // Its starter was killed outright: nobody is left to stop it.
    process.on('disconnect', leave)
    process.stdout.write(`${JSON.stringify({ ready: true, url: api.url, demo })}\n`)
  } catch (error) {
    stop(startFailure(error, settings))
  }
}
