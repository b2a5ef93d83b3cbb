/** One's own computers, as the server knows them. */
import type { OpenHandlers } from '../dispatch'
import { DeskError } from '../errors'
import type { ApiAnswer, ApiClient } from '../sync/api-client'
import { troubleWords } from '../sync/words'

type DesksHandlers = Pick<OpenHandlers, 'desks.list' | 'desks.set'>

export const desksCalls = (api: ApiClient): DesksHandlers => ({
  'desks.list': async () => given(await api.call('devices', {})),
  'desks.set': async ({ device, state }) => given(await api.call('setDevice', { params: { id: device }, body: { state } })),
})

function given<T>(answer: ApiAnswer<T>): T {
  if (answer.ok) return answer.value
  throw new DeskError(answer.trouble.kind === 'refused' ? 'not-found' : 'offline', troubleWords(answer.trouble))
}
