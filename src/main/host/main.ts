/** The loopback host as a program. One line of JSON on stdout, read by the launcher through a pipe, says that it is ready. */
import { join } from 'node:path'
import { version } from '../../../package.json'
import { openDesk } from '../desk/open'
import { createHost } from './host'
import { readSettings } from './settings'

const stop = (sentence: string): never => {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

const read = readSettings(process.env)
if (!read.ok) stop(read.sentence)
else {
  const { apiUrl, dataDir, port, development } = read.settings
  // Bundled into out/programs, beside the worker and next to the renderer.
  const desk = await openDesk({ dataDir, apiUrl, host: 'loopback', version, workerFile: join(import.meta.dirname, 'desk-worker.js') })
  try {
    const host = await createHost({ desk, port, rendererDir: join(import.meta.dirname, '..', 'renderer'), ...(development && { development }) })
    let leaving = false
    const leave = () => {
      if (leaving) return
      leaving = true
      host
        .close()
        .then(() => desk.close())
        .then(
          () => process.exit(0),
          (error: unknown) => stop(`The workstation did not close cleanly: ${error instanceof Error ? error.message : String(error)}`),
        )
    }
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, leave)
    // The launcher is gone: nobody is left to stop this host.
    process.on('disconnect', leave)
    process.stdout.write(`${JSON.stringify({ ready: true, url: host.entryUrl })}\n`)
  } catch (error) {
    await desk.close()
    const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    stop(taken ? `Port ${port} is taken by another program. Nothing was changed. Choose another with WALLGUIDE_DESK_PORT.` : `The workstation could not start: ${(error as Error).message}`)
  }
}
