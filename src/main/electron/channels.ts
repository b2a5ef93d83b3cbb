/** Names of the two IPC channels; the preload script uses the same. */
export const callChannel = 'bridge:call'
export const eventChannel = 'bridge:event'
