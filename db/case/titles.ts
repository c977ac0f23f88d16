import { eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '../client.ts'
import { calls } from '../schema/call.ts'
import { cases } from '../schema/case.ts'
import { contact, customer } from '../schema/customer.ts'
import { incidents } from '../schema/incident.ts'
import { person } from '../schema/person.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import { staffChanges } from '../schema/staffChange.ts'
import { mattersOf } from './matters.ts'

/**
 * What each case is about, in a line for whoever bears a promise of it or was told of it: who rang, the incident, the customer,
 * who leaves, whose matter it is.
 */
export async function titlesOf(db: Db, caseIds: readonly string[]): Promise<Map<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .select({
      id: cases.id,
      customer: customer.name,
      contact: contact.name,
      number: calls.number,
      incident: incidents.title,
      requirement: serviceTasks.requirement,
      outgoing: person.name,
    })
    .from(cases)
    .leftJoin(calls, eq(calls.caseId, cases.id))
    .leftJoin(contact, eq(contact.id, calls.contactId))
    .leftJoin(customer, sql`${customer.id} = coalesce(${contact.customerId}, ${cases.customerId})`)
    .leftJoin(incidents, eq(incidents.caseId, cases.id))
    .leftJoin(serviceTasks, eq(serviceTasks.caseId, cases.id))
    .leftJoin(staffChanges, eq(staffChanges.caseId, cases.id))
    .leftJoin(person, eq(person.id, staffChanges.outgoingId))
    .where(inArray(cases.id, [...new Set(caseIds)]))
  const untold = rows.filter(
    ({ customer, contact, number, incident, outgoing }) => !(customer ?? contact ?? number ?? incident ?? outgoing),
  )
  const matters =
    untold.length > 0
      ? await mattersOf(
          db,
          untold.map(({ id }) => id),
        )
      : new Map<string, string>()
  return new Map(
    rows.map((row) => {
      const who = [row.customer, row.contact].filter(Boolean).join(' · ') || row.number
      const about = [who, row.requirement].filter(Boolean).join('：')
      return [row.id, row.incident ?? row.outgoing ?? matters.get(row.id) ?? about]
    }),
  )
}
