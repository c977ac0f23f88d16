import type { Actions } from '../permissions.ts'
import { leaders, roleIds } from '../roles.ts'

/** One's own notices are everybody's; whether the channels work is for those who lead or look after the system. */
export const notificationActions = {
  'notification.own': roleIds,
  'channel.read': [...leaders, 'admin'],
  'channel.test': ['admin'],
} as const satisfies Actions
