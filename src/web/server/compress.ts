/** Compresses pages on the way out. Static files are compressed once, when they are built. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
/** Below this many bytes a packet is a packet. */
const worthIt = 1400

export async function compressPage(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  if (typeof payload !== 'string' || payload.length < worthIt || reply.hasHeader('content-encoding')) return payload
  if (!String(reply.getHeader('content-type') ?? '').startsWith('text/html')) return payload
  const accepted = request.headers['accept-encoding'] ?? ''
  reply.header('vary', 'Accept-Encoding, X-Fragment')
  const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null
  if (!encoding) return payload
  const bytes = Buffer.from(payload)
  const small =
    encoding === 'br'
      ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
      : await zip(bytes)
  reply.header('content-encoding', encoding).removeHeader('content-length')
  return small
}
