/** How a post looks with stretches taken out: shared with the desk, which shows it beforehand. */
export { mergeSpans, redacted } from '#contract/redaction'
