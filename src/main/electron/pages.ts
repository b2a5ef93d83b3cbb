/** Serves the built renderer at `app://wallguide/`: no file:// and no port. */
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { pageHeaders } from '../common/content-policy'
import { isOurs, scheme } from './address'
import type { ProtocolPart } from './parts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Must run before the app is ready. */
export function registerScheme(protocol: ProtocolPart): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, bypassCSP: false, allowServiceWorkers: false, corsEnabled: false, stream: false, codeCache: true, allowExtensions: false },
    },
  ])
}

export function servePages(protocol: ProtocolPart, rendererDir: string): void {
  protocol.handle(scheme, (request) => answer(request, rendererDir))
}

async function answer(request: Request, rendererDir: string): Promise<Response> {
  const headers = pageHeaders()
  if (request.method !== 'GET' || !isOurs(request.url)) return new Response(null, { status: 403, headers })
  const file = fileOf(new URL(request.url).pathname, rendererDir)
  const type = file && types[extname(file)]
  if (!file || !type) return new Response(null, { status: 404, headers })
  try {
    return new Response(await readFile(file), { status: 200, headers: { ...headers, 'content-type': type } })
  } catch {
    return new Response(null, { status: 404, headers })
  }
}

/** The file of a path, or null when the path leads out of the folder. */
function fileOf(pathname: string, rendererDir: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const file = normalize(join(rendererDir, path === '/' ? 'index.html' : path))
  return file.startsWith(rendererDir + sep) && !path.includes('\0') ? file : null
}
