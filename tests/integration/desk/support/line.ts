/** A line to a server that can be cut and mended: a TCP relay on a port of its own. */
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

export type RealLine = { url: string; cut: () => void; mend: () => void; close: () => Promise<void> }

export async function lineTo(target: string): Promise<RealLine> {
  const { hostname, port } = new URL(target)
  const sockets = new Set<Socket>()
  let up = true
  const relay = createServer((near) => {
    if (!up) {
      near.destroy()
      return
    }
    const far = connect(Number(port), hostname)
    for (const [one, other] of [[near, far], [far, near]] as const) {
      sockets.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve))
  const drop = () => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    url: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`,
    cut: () => {
      up = false
      drop()
    },
    mend: () => {
      up = true
    },
    close: () => {
      drop()
      return new Promise((resolve) => relay.close(() => resolve()))
    },
  }
}
