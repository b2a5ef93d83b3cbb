/** Talking to the person at the terminal. stdout stays free for what a program may read. */
export const say = (line = ''): void => void process.stderr.write(`${line}\n`)
export const tell = (line = ''): void => void process.stdout.write(`${line}\n`)
