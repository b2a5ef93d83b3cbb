/** What can be wrong with the vault, in words: what happened, what is safe, what to do. One entry per case of the contract. */
import type { VaultFailure } from '#contract/bridge'

export type FailureWords = {
  title: string
  happened: string
  safe: string
  todo: string
  /** What the screen offers besides going back. */
  offers: 'passphrase' | 'try-again' | 'rebuild' | 'nothing'
}

export const failureWords: Record<VaultFailure, FailureWords> = {
  'wrong-passphrase': {
    title: 'That passphrase does not open this desk',
    happened: 'The desk passphrase is the one chosen on this device. It is not your sign-in passphrase.',
    safe: 'Nothing was changed.',
    todo: 'Try again. If it is lost, nobody can read it out for you.',
    offers: 'passphrase',
  },
  'too-many-tries': {
    title: 'Too many tries',
    happened: 'The desk waits a while before it takes another passphrase, so that nobody can guess it.',
    safe: 'Everything on this desk is untouched.',
    todo: 'Wait until the time is over, then try again.',
    offers: 'passphrase',
  },
  unavailable: {
    title: 'The keychain of this computer is not there',
    happened: 'This desk was set up with the computer’s keychain, which cannot be reached now.',
    safe: 'Everything on this desk is still there, and locked.',
    todo: 'Enter your desk passphrase instead.',
    offers: 'passphrase',
  },
  'temporarily-unavailable': {
    title: 'The keychain of this computer is locked',
    happened: 'It did not answer just now.',
    safe: 'Everything on this desk is still there, and locked.',
    todo: 'Unlock the keychain and try again, or enter your desk passphrase.',
    offers: 'passphrase',
  },
  'backend-changed': {
    title: 'This computer keeps its keys differently now',
    happened: 'The key of this desk was stored in another keychain, perhaps under another desktop session.',
    safe: 'Everything on this desk is still there, and locked.',
    todo: 'Enter your desk passphrase, or sign in to the desktop session that you used before.',
    offers: 'passphrase',
  },
  undecryptable: {
    title: 'The key of this desk cannot be read',
    happened: 'The file that holds the wrapped key is damaged or belongs to another computer.',
    safe: 'The encrypted cache was not touched.',
    todo: 'Ask whoever looks after this machine to put back the vault file from a copy. You can work at another desk meanwhile.',
    offers: 'try-again',
  },
  'not-a-database': {
    title: 'The cache of this desk is not readable',
    happened: 'The passphrase is right, but the cache file is not a cache any more.',
    safe: 'The server has every item. Decisions that had not gone out are looked for and kept.',
    todo: 'You can set the damaged file aside and start a fresh cache, which syncs again. The file is kept, not deleted.',
    offers: 'rebuild',
  },
  corrupt: {
    title: 'The cache of this desk is damaged',
    happened: 'Parts of the cache file cannot be read.',
    safe: 'The server has every item. Decisions that had not gone out are looked for and kept.',
    todo: 'You can set the damaged file aside and start a fresh cache, which syncs again. The file is kept, not deleted.',
    offers: 'rebuild',
  },
  'from-the-future': {
    title: 'This cache was made by a newer Wallguide',
    happened: 'A newer version worked on this desk before. This one cannot read its cache.',
    safe: 'Nothing was changed, and nothing needs to be removed.',
    todo: 'Start the newer version again, or ask for the update.',
    offers: 'try-again',
  },
  'read-only': {
    title: 'This desk cannot write to its folder',
    happened: 'The folder of the cache is read-only, so a decision could not be kept safely.',
    safe: 'Everything on this desk is still there.',
    todo: 'Ask whoever looks after this machine to make the folder writable, then try again.',
    offers: 'try-again',
  },
  'disk-full': {
    title: 'The disk is full',
    happened: 'There is no room left to keep a decision safely.',
    safe: 'Everything that was saved is still there.',
    todo: 'Make some room on this computer, then try again.',
    offers: 'try-again',
  },
  'offline-too-long': {
    title: 'Too long without the network',
    happened: 'This desk has not reached its server for longer than your service allows, so that a lost computer does not stay open.',
    safe: 'Everything on this desk is still there, decisions that have not gone out included.',
    todo: 'Connect to the network and enter your desk passphrase again. If that is not enough, go back and sign in.',
    offers: 'passphrase',
  },
  'in-use': {
    title: 'This desk is open in another window',
    happened: 'Another Wallguide on this computer has the same desk open.',
    safe: 'Nothing was changed.',
    todo: 'Go on in the other window, or close it and try again here.',
    offers: 'try-again',
  },
}

export type Strength = { score: 0 | 1 | 2 | 3; words: string }

const tooCommon = /^(?:(.)\1+|password.*|passphrase.*|wallguide.*|1234.*|qwert.*|letmein.*)$/i

/** A hint, not a gate (the gate is 10 characters): length and variety, and nothing that everybody tries first. */
export function strengthOf(passphrase: string): Strength {
  const length = [...passphrase].length
  if (length < 10) return { score: 0, words: length === 0 ? 'At least 10 characters. Four unrelated words are easy to keep.' : `${10 - length} more ${10 - length === 1 ? 'character' : 'characters'}.` }
  const different = new Set(passphrase.toLowerCase()).size
  if (tooCommon.test(passphrase) || different < 5) return { score: 1, words: 'Easy to guess. Something that only you would put together is better.' }
  const words = passphrase.trim().split(/[\s\-_.]+/).filter((w) => w.length > 2).length
  if (length >= 20 || words >= 4) return { score: 3, words: 'Strong.' }
  return { score: 2, words: 'Good. Another word would make it strong.' }
}
