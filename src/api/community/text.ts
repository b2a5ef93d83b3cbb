/** Text as members type it, made fit for storing. */

/** PostgreSQL keeps no NUL in text, and a lone half of a character would not survive UTF-8. Line ends become `\n`. */
export const clean = (text: string): string => Buffer.from(text.replaceAll('\0', '').replace(/\r\n?/g, '\n'), 'utf8').toString('utf8')
