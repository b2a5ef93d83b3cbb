/** Rows of the members' pages. */
export { run } from './weight'
