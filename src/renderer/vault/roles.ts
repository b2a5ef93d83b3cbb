import { roleNames, type StaffRole } from '#contract/staff'

/** A role as people read it; a role that this version does not know is shown as it came. */
export const roleTitle = (role: string): string => (role in roleNames ? roleNames[role as StaffRole] : role)
