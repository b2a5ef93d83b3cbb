/** Small help with forms: how much room is left, and nothing is sent twice by a nervous thumb. */

/** From this share of the limit on, the room left is told. Before that it would only be a number to worry about. */
const tellFrom = 0.9

export function helpForms(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-limit]')) tellRoomLeft(area)
  for (const form of document.querySelectorAll('form')) sendOnce(form)
  // Somebody who comes back with the browser's own button finds a form that works.
  addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of document.querySelectorAll('form')) release(form)
  })
  const problems = document.querySelector<HTMLElement>('#problems')
  problems?.focus()
}

function tellRoomLeft(area: HTMLTextAreaElement): void {
  const limit = Number(area.dataset['limit'])
  const place = document.getElementById(`${area.id}-left`)
  if (!place || !limit) return
  const tell = (): void => {
    const length = area.value.length
    const words =
      length < limit * tellFrom
        ? ''
        : `${(limit - length).toLocaleString(document.documentElement.lang)} ${place.dataset['words'] ?? ''}`
    if (place.textContent !== words) place.textContent = words
    place.classList.toggle('over', length > limit)
  }
  area.addEventListener('input', tell)
  tell()
}

function sendOnce(form: HTMLFormElement): void {
  form.addEventListener('submit', (event) => {
    if (form.dataset['sent']) {
      event.preventDefault()
      return
    }
    form.dataset['sent'] = 'yes'
    const button = form.querySelector<HTMLButtonElement>('button[data-sending]')
    if (!button) return
    button.dataset['label'] = button.textContent
    button.textContent = button.dataset['sending'] ?? ''
    button.setAttribute('aria-disabled', 'true')
    // A network that gave up must not leave the form shut.
    setTimeout(() => release(form), 15_000)
  })
}

function release(form: HTMLFormElement): void {
  delete form.dataset['sent']
  const button = form.querySelector<HTMLButtonElement>('button[data-sending]')
  if (!button?.dataset['label']) return
  button.textContent = button.dataset['label']
  button.removeAttribute('aria-disabled')
}
