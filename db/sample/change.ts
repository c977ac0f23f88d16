import type { Instant, LocalDate } from '../../rules/instant.ts'
import { isWorkingDay } from '../../rules/time/calendar.ts'
import { addDays, addMonths, atTime, localDate } from '../../rules/time/local.ts'
import { addWorkingDays, workingDaysBefore, workingDaysFrom } from '../../rules/time/working.ts'
import { addAttachment } from '../attachment/attach.ts'
import { loadCalendar } from '../calendar/loadCalendar.ts'
import type { Tx } from '../client.ts'
import { decideApplication } from '../staffChange/decide.ts'
import { startChange } from '../staffChange/start.ts'
import { applyForChange, begin, deliver, giveNotice } from '../staffChange/steps.ts'
import type { SampleProcedures } from './load.ts'
import type { Department } from './register.ts'

const PAPER = Buffer.from('%PDF-1.4\n%示例\n%%EOF\n')

/** A handover of resident staff on its fourth working day, one of its three deliverables done. */
export async function playChange(tx: Tx, { staffChange }: SampleProcedures, department: Department, now: Instant) {
  const { people, project, sample } = department
  const byId = people.contractor
  const dates = await datesOf(tx, now)
  const at = (on: LocalDate, time = '09:00') => Math.min(atTime(on, time), now)
  const startedAt = at(dates.noticeOn)
  const given = { outgoingId: people.leaving, incomingId: people.coming, byId, plan: dates }
  const { caseId } = await startChange(tx, staffChange, project, given, startedAt)
  const act = (occurredAt: Instant) => ({ caseId, occurredAt, byId })
  const noticedAt = at(dates.noticeOn, '09:30')
  await giveNotice(tx, staffChange, act(noticedAt), noticedAt)
  const appliedAt = at(dates.applyOn)
  const enclosures = []
  for (const kind of ['certificates', 'resume'] as const) {
    const file = { name: `${kind}.pdf`, mediaType: 'application/pdf', bytes: PAPER, sentById: byId, sample } as const
    enclosures.push({ kind, attachmentId: (await addAttachment(tx, file, appliedAt)).id })
  }
  await applyForChange(tx, staffChange, { ...act(appliedAt), enclosures }, appliedAt)
  const decidedAt = at(dates.applyOn, '15:00')
  const grants = [{ role: 'clientInformation', regionId: null }] as const
  const decision = { ...act(decidedAt), byId: people.information, grants, approved: true }
  await decideApplication(tx, staffChange, decision, decidedAt)
  const beganAt = at(dates.handoverStartOn, '08:00')
  await begin(tx, staffChange, { ...act(beganAt), what: 'start' }, beganAt)
  const deliveredAt = at(dates.fourthOn, '10:00')
  const documents = { deliverable: 'documents', attachmentIds: [] } as {
    deliverable: 'documents'
    attachmentIds: string[]
  }
  await deliver(tx, staffChange, { ...act(deliveredAt), ...documents }, deliveredAt)
  return [caseId]
}

/** Dates that all hold, so laid that the handover is on its fourth working day. */
async function datesOf(tx: Tx, now: Instant) {
  const calendar = await loadCalendar(tx)
  let fourthOn = localDate(now)
  while (!isWorkingDay(calendar, fourthOn)) fourthOn = addDays(fourthOn, -1)
  const handoverStartOn = workingDaysBefore(calendar, fourthOn, 3).on
  const takesOverOn = addWorkingDays(calendar, workingDaysFrom(calendar, handoverStartOn, 10).on, 1).on
  const applyOn = workingDaysBefore(calendar, takesOverOn, 16).on
  const noticeOn = addDays(addMonths(takesOverOn, -1), -3)
  return { fourthOn, handoverStartOn, takesOverOn, applyOn, noticeOn }
}
