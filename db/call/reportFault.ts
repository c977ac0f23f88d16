import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Reported } from '../../rules/call/owed.ts'
import { HOUR, type Instant } from '../../rules/instant.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { localDate, localTime } from '../../rules/time/local.ts'
import { openCase } from '../case/openCase.ts'
import { lockCase, proceed, writeFact } from '../case/record.ts'
import type { Db, Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { onDuty, resolveRole } from '../person/resolve.ts'
import { termsFor } from '../policy/terms.ts'
import { calls } from '../schema/call.ts'
import { cases, facts } from '../schema/case.ts'
import { customer } from '../schema/customer.ts'
import { equipment, faultReport } from '../schema/equipment.ts'
import { line, person } from '../schema/person.ts'
import { callerOf } from './caller.ts'

/** The thing that a label hangs on. @throws Refusal `fault.unknownLabel`, also where it is no longer in use */
export async function labelled(db: Db | Tx, token: string) {
  const [found] = await db
    .select({ thing: equipment, owner: customer })
    .from(equipment)
    .innerJoin(customer, eq(customer.id, equipment.customerId))
    .where(and(eq(equipment.labelToken, token), eq(equipment.active, true)))
  return found ?? refuse('fault.unknownLabel')
}

export interface FaultReported {
  token: string
  /** Of the reporter's device: the same report sent twice is one. */
  id: string
  name: string
  number: string
  fault: string
}

/**
 * Somebody at the customer reports a fault by the label of a thing. It is a call's record that the customer wrote
 * (S2-3.1.3): a service need, so that it has to be assigned at once and the customer contacted within the quarter hour
 * (S2-3.1.4), by whoever is on duty. What is reported of the same thing before anybody spoke with the customer belongs to
 * the same case. @throws Refusal `fault.unknownLabel`, `fault.tooMany`, `input.phoneNumber`
 */
export async function reportFault(tx: Tx, procedure: Procedure, given: FaultReported, now: Instant) {
  const { id, name, fault, token } = given
  const number = normaliseNumber(given.number) ?? refuse('input.phoneNumber', { field: 'number' })
  const found = await labelled(tx, token)
  const { thing } = found
  // One after the other, so that the same report from two requests is one and nobody reports past the limit.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`equipment:${thing.id}`}, 0))`)
  const [before] = await tx.select().from(faultReport).where(eq(faultReport.id, id))
  if (before) return before.equipmentId === thing.id ? { caseId: before.caseId } : refuse('fault.unknownLabel')
  await checkRate(tx, thing.id, now)
  const unheard = await unheardCase(tx, thing.id)
  const caseId = unheard
    ? await addTo(tx, unheard, { ...given, number }, now)
    : await openReported(tx, procedure, found, { ...given, number }, now)
  await tx.insert(faultReport).values({ id, equipmentId: thing.id, caseId, reportedAt: now, name, number, fault })
  return { caseId }
}

async function checkRate(tx: Tx, equipmentId: string, now: Instant): Promise<void> {
  const most = numberOf(await termsFor(tx, { topic: 'house', at: now }), 'equipment.reportsPerHour')
  const recent = and(eq(faultReport.equipmentId, equipmentId), gt(faultReport.reportedAt, now - HOUR))
  const [{ n } = { n: 0 }] = await tx.select({ n: count() }).from(faultReport).where(recent)
  if (n >= most) refuse('fault.tooMany')
}

/** The open case of an earlier report of the thing, as long as nobody has spoken with the customer about it. */
async function unheardCase(tx: Tx, equipmentId: string): Promise<string | undefined> {
  const [last] = await tx
    .select({ id: cases.id })
    .from(faultReport)
    .innerJoin(cases, and(eq(cases.id, faultReport.caseId), eq(cases.state, 'open')))
    .where(eq(faultReport.equipmentId, equipmentId))
    .orderBy(desc(faultReport.reportedAt))
    .limit(1)
  if (!last) return undefined
  const held = await lockCase(tx, last.id)
  const heard = await tx
    .select({ id: facts.id })
    .from(facts)
    .where(and(eq(facts.caseId, last.id), eq(facts.kind, 'contacted')))
  return held!.state === 'open' && heard.length === 0 ? last.id : undefined
}

/** What was reported once more stands below what was reported first. */
async function addTo(tx: Tx, caseId: string, given: FaultReported, now: Instant): Promise<string> {
  const [call] = await tx.select().from(calls).where(eq(calls.caseId, caseId))
  const more = `${localDate(now)} ${localTime(now)} ${given.name} ${given.number}：${given.fault}`
  const record = { ...call!.record, demand: [call!.record?.demand, more].join('\n') }
  await tx.update(calls).set({ record }).where(eq(calls.caseId, caseId))
  await writeFact(tx, caseId, { kind: 'reportedAgain', occurredAt: now }, now)
  return caseId
}

async function openReported(
  tx: Tx,
  procedure: Procedure,
  { thing, owner }: Awaited<ReturnType<typeof labelled>>,
  { id, name, number, fault }: FaultReported,
  now: Instant,
): Promise<string> {
  const { id: customerId, regionId, sample } = owner
  const terms = await termsFor(tx, { topic: 'serviceResponse', at: now, customerId })
  const held = await openCase(tx, { kind: 'call', startedAt: now, terms, customerId, regionId, sample })
  const known = await callerOf(tx, number)
  await tx.insert(calls).values({
    caseId: held.id,
    number,
    callerKind: 'customer',
    contactId: known.customerId === customerId ? known.contactId : null,
    category: 'serviceNeed',
    record: {
      customerInfo: owner.name,
      name,
      contactDetails: number,
      employer: owner.name,
      reason: '扫码报障',
      productSituation: [thing.product, thing.serialNumber, thing.place].filter(Boolean).join(' · '),
      demand: fault,
    },
  })
  const bearerIds = await onHotlines(tx, sample, now)
  const data = { category: 'serviceNeed', equipmentId: thing.id, bearerIds } satisfies Reported
  await writeFact(tx, held.id, { kind: 'recorded', occurredAt: now, data: { ...data }, key: `fault:${id}` }, now)
  await proceed(tx, procedure, held, now)
  const told =
    bearerIds.length > 0
      ? bearerIds
      : (await resolveRole(tx, { role: 'callTaker', at: now, customerId, sample })).personIds
  const notice = { key: `fault:${id}`, template: 'call.faultReported', params: { at: now }, caseId: held.id } as const
  await notify(
    tx,
    told.map((personId) => ({ ...notice, personId })),
    now,
  )
  return held.id
}

/** Who is on duty on any hotline: the people of the same run where it is a sample's, else real ones. */
async function onHotlines(tx: Tx, sample: string | null, now: Instant): Promise<string[]> {
  const lines = await tx.select({ id: line.id }).from(line).where(eq(line.kind, 'hotline'))
  const ids = new Set<string>()
  for (const { id } of lines) for (const personId of await onDuty(tx, id, now)) ids.add(personId)
  if (ids.size === 0) return []
  const rows = await tx
    .select({ id: person.id })
    .from(person)
    .where(
      and(
        sql`${person.id} = any(${sql.param([...ids])}::text[])`,
        sql`${person.sample} is not distinct from ${sample}`,
      ),
    )
  return rows.map((row) => row.id).sort()
}
