import { apiSuite } from './suite'

apiSuite(() => Promise.resolve(undefined))
