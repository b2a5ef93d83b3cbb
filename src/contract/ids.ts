/** Branded identifiers. Every id in Wallguide is a UUIDv7 in lower-case text form, except where a comment says otherwise. */
import { z } from 'zod'

const uuid = z.uuid()

export const PostId = uuid.brand<'PostId'>()
export type PostId = z.infer<typeof PostId>
export const ItemId = uuid.brand<'ItemId'>()
export type ItemId = z.infer<typeof ItemId>
export const DecisionId = uuid.brand<'DecisionId'>()
export type DecisionId = z.infer<typeof DecisionId>
export const MemberId = uuid.brand<'MemberId'>()
export type MemberId = z.infer<typeof MemberId>
export const StaffId = uuid.brand<'StaffId'>()
export type StaffId = z.infer<typeof StaffId>
export const DeviceId = uuid.brand<'DeviceId'>()
export type DeviceId = z.infer<typeof DeviceId>
export const TopicId = uuid.brand<'TopicId'>()
export type TopicId = z.infer<typeof TopicId>

/** An instant, ISO 8601 in UTC with milliseconds, e.g. `2026-11-23T07:00:00.000Z`. */
export const Instant = z.iso.datetime()
export type Instant = z.infer<typeof Instant>
