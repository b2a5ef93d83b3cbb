/**
 * The client's rules of the sync protocol, by name. The desk always runs on `soundRules`; the model test takes one rule away at
 * a time and must then see an invariant break, which proves both that the rule is needed and that the test can see.
 */
export type SyncRules = {
  /** A page counts only if the cursor and the generation are those that it was asked with. */
  compareAndSet: boolean
  /** A row gives way only to a newer one. */
  newerOnly: boolean
  /** The cursor moves in the same transaction as the page, never before it. */
  cursorWithPage: boolean
  /** After a snapshot the log goes on from the head as it was at the FIRST page. */
  firstHead: boolean
  /** Every decision has its own outcome; a successful request says nothing about its members. */
  outcomePerDecision: boolean
  /** Only an outcome takes a decision out of the outbox. */
  keepUntilOutcome: boolean
  /** A resync leaves the outbox alone. */
  outboxSurvivesResync: boolean
  /** A decision that is sent again keeps its id. */
  sameIdAgain: boolean
}

export const soundRules: SyncRules = {
  compareAndSet: true,
  newerOnly: true,
  cursorWithPage: true,
  firstHead: true,
  outcomePerDecision: true,
  keepUntilOutcome: true,
  outboxSurvivesResync: true,
  sameIdAgain: true,
}
