/** The one script of the members' pages. Every page is complete without it. */
import '../styles/pages.css'
import { helpForms } from './forms'
import { keepLive } from './live'
import { sayTimes } from './times'

sayTimes(document)
helpForms()
keepLive()
setInterval(() => sayTimes(document), 60_000)
