/** The computers that this person has signed in on. Needs the network. */
import { z } from 'zod'
import { DeviceId } from '../ids'
import { DeskDevice } from '../staff'
import { define, none } from './call'

const devices = z.object({ devices: z.array(DeskDevice) })

export const desksCalls = define({
  'desks.list': { input: none, output: devices },
  /** `wipe`: that computer destroys its vault when it next reaches the server. `ok` allows it again. */
  'desks.set': { input: z.object({ device: DeviceId, state: DeskDevice.shape.state }), output: devices },
})
