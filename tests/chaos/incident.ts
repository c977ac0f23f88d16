import { setTimeout as sleep } from 'node:timers/promises'
import { PHONED_ROLES } from '../../rules/incident/incident.ts'
import { formatInstant } from '../../rules/time/local.ts'
import type { World } from './world.ts'

const now = () => formatInstant(Date.now())

/** An incident from the first person to know to its result, its report mailed to four roles; returns its case. */
export async function incidentRound(world: World, random: () => number): Promise<string> {
  const pause = () => sleep(random() * 1_200)
  const known = { knownAt: now(), flags: ['qualityIncident'], title: '终端离线', description: '批量离线' }
  const { id } = (await world.as('support', '/api/incidents', known)) as { id: string }
  const path = `/api/incidents/${id}`
  for (const role of PHONED_ROLES) {
    await pause()
    await world.as('support', `${path}/phones`, { role, occurredAt: now() })
  }
  await world.as('support', `${path}/reports`, { subject: '事故报告', body: '经过与处置' })
  await pause()
  await world.as('lead', `${path}/result`, { result: '已修复', occurredAt: now() })
  return id
}

/** The kinds of facts it leaves, each as often as it happens: a mail accepted for each of the four. */
export const INCIDENT_FACTS = [
  'known',
  ...PHONED_ROLES.map(() => 'phoned'),
  'reportSubmitted',
  ...Array.from({ length: 4 }, () => 'reportAccepted'),
  'tracked',
]
