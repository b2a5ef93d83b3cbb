import type { SignpostedService } from '#contract/directory'
import type { Visit } from '../web'

/** Services that a Guide pointed to: what each does, how to reach it, and when. */
export function Services({ here, services }: { here: Visit; services: readonly SignpostedService[] }) {
  const { help, messages } = here.words
  if (services.length === 0) return null
  return (
    <ul className="lines" aria-label={messages.services}>
      {services.map((service) => (
        <li key={service.id}>
          <div dir="auto">
            <strong>{service.name}</strong>
            <p>{service.does}</p>
            {service.hours && <p className="quiet">{service.hours}</p>}
          </div>
          <p className="reach">
            {service.phones.map((phone) => (
              <a key={phone.type + phone.tel} className="number" href={`${phone.type === 'text' ? 'sms' : 'tel'}:${phone.tel}`}>
                {phone.type === 'text' ? help.text : help.call} {phone.number}
              </a>
            ))}
            {service.phones.length === 0 && service.url && <a href={service.url}>{messages.website}</a>}
          </p>
        </li>
      ))}
    </ul>
  )
}
