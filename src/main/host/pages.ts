/** The small pages that a browser sees when it is not let in, or asks for what is not there. Pure. */

const escape = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)

export const plainPage = (title: string, sentence: string): string => `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)} · Wallguide</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 18vh auto 0; padding: 0 1.5rem }
h1 { font-size: 1.375rem; font-weight: 600 }
</style>
<h1>${escape(title)}</h1>
<p>${escape(sentence)}</p>
</html>
`
