import type { Text } from '../text.ts'

/** What people call the promises of an incident. */
export const incidentPromises: Record<string, Text> = {
  phone: { zh: '电话告知', en: 'Phone them' },
  massFault: { zh: '告知副总经理国网大批量故障', en: 'Tell the deputy GM of the mass fault' },
  report: { zh: '邮件发出书面报告', en: 'Mail the written report' },
  track: { zh: '跟踪至完结', en: 'Track it to its end' },
}
