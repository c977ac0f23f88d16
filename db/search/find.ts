import { and, desc, eq, ilike, inArray, or, sql, type SQL } from 'drizzle-orm'
import type { Scope } from '../../rules/permissions.ts'
import type { Side } from '../../rules/sample/sample.ts'
import { within as reachOfCases } from '../case/read.ts'
import { titlesOf } from '../case/titles.ts'
import type { Db } from '../client.ts'
import { ofCustomers } from '../customer/readCustomers.ts'
import { accidents } from '../schema/accident.ts'
import { calls } from '../schema/call.ts'
import { cases } from '../schema/case.ts'
import { contact, customer, phoneNumber, project } from '../schema/customer.ts'
import { equipment } from '../schema/equipment.ts'
import { incidents } from '../schema/incident.ts'
import { onSide } from '../sample/side.ts'
import { person } from '../schema/person.ts'
import { serviceTasks } from '../schema/serviceTask.ts'
import { staffChanges } from '../schema/staffChange.ts'
import { hear, isLatin, sounding } from './pinyin.ts'

export interface Found {
  id: string
  title: string
  detail: string
}

/** How many of a kind are shown; whoever wants more writes more. */
const SHOWN = 8

/** `%` and `_` mean themselves. */
const like = (asked: string) => `%${asked.replace(/[\\%_]/g, '\\$&')}%`
const digitsOf = (asked: string) => (/^[\d\s+()-]{3,}$/.test(asked) ? asked.replace(/\D/g, '') : undefined)

/** The names that fit what was typed: written so, or sounding so; those that begin so first. */
async function fitting<T extends Found>(rows: readonly T[], asked: string): Promise<T[]> {
  if (!isLatin(asked)) return rows.slice(0, SHOWN)
  await hear(rows.map(({ title }) => title))
  const typed = asked.toLowerCase()
  return rows
    .map((row) => {
      const written = `${row.title} ${row.detail}`.toLowerCase().includes(typed)
      return { row, rank: written ? 0 : sounding(row.title, asked) }
    })
    .filter(({ rank }) => rank !== undefined)
    .sort((a, b) => a.rank! - b.rank!)
    .slice(0, SHOWN)
    .map(({ row }) => row)
}

/** What is looked through: letters may be how a name sounds, so all names are; anything else the database finds. */
const written = (asked: string, ...among: SQL[]) => (isLatin(asked) ? undefined : or(...among))

/** People by name, code or number. */
export async function findPeople(db: Db, asked: string, side: Side): Promise<Found[]> {
  const digits = digitsOf(asked)
  const numbers = sql<string>`(select string_agg(n.number, ' ') from phone_number n where n.person_id = ${person.id})`
  const rows = await db
    .select({ id: person.id, title: person.name, detail: sql<string>`concat_ws(' · ', ${person.code}, ${numbers})` })
    .from(person)
    .where(
      and(
        eq(person.active, true),
        onSide(person.sample, side),
        written(
          asked,
          ilike(person.name, like(asked)),
          ilike(person.code, like(asked)),
          ...(digits ? [sql`${numbers} like ${like(digits)}`] : []),
        ),
      ),
    )
    .orderBy(person.name)
    .limit(isLatin(asked) ? 20_000 : SHOWN)
  return fitting(rows, asked)
}

/** Customers by name or code, and by their people's names and numbers. */
export async function findCustomers(db: Db, asked: string, scope: Scope): Promise<Found[]> {
  const digits = digitsOf(asked)
  const rows = await db
    .select({ id: customer.id, title: customer.name, detail: customer.code })
    .from(customer)
    .where(
      and(
        ofCustomers(scope),
        written(
          asked,
          ilike(customer.name, like(asked)),
          ilike(customer.code, like(asked)),
          ...(digits ? [inArray(customer.id, ownersOf(db, digits))] : []),
        ),
      ),
    )
    .orderBy(customer.name)
    .limit(isLatin(asked) ? 20_000 : SHOWN)
  return fitting(rows, asked)
}

/** People at customers; each leads to their customer. */
export async function findContacts(db: Db, asked: string, scope: Scope): Promise<Found[]> {
  const rows = await db
    .select({
      id: customer.id,
      title: contact.name,
      detail: sql<string>`concat_ws(' · ', ${customer.name}, ${contact.post})`,
    })
    .from(contact)
    .innerJoin(customer, eq(customer.id, contact.customerId))
    .where(and(ofCustomers(scope), written(asked, ilike(contact.name, like(asked)))))
    .orderBy(contact.name)
    .limit(isLatin(asked) ? 20_000 : SHOWN)
  return fitting(rows, asked)
}

/** Projects by name; each leads to its customer. */
export async function findProjects(db: Db, asked: string, scope: Scope): Promise<Found[]> {
  const rows = await db
    .select({ id: customer.id, title: project.name, detail: customer.name })
    .from(project)
    .innerJoin(customer, eq(customer.id, project.customerId))
    .where(and(ofCustomers(scope), written(asked, ilike(project.name, like(asked)))))
    .orderBy(project.name)
    .limit(isLatin(asked) ? 20_000 : SHOWN)
  return fitting(rows, asked)
}

/** What stands at customers, by product, serial number or place. */
export async function findEquipment(db: Db, asked: string, scope: Scope): Promise<Found[]> {
  const rows = await db
    .select({
      id: equipment.id,
      title: equipment.product,
      detail: sql<string>`concat_ws(' · ', ${equipment.serialNumber}, ${customer.name}, ${equipment.place})`,
    })
    .from(equipment)
    .innerJoin(customer, eq(customer.id, equipment.customerId))
    .where(
      and(
        ofCustomers(scope),
        written(
          asked,
          ilike(equipment.product, like(asked)),
          ilike(equipment.serialNumber, like(asked)),
          ilike(equipment.place, like(asked)),
        ),
      ),
    )
    .orderBy(equipment.product)
    .limit(isLatin(asked) ? 20_000 : SHOWN)
  return fitting(rows, asked)
}

const ownersOf = (db: Db, digits: string) =>
  db
    .select({ id: contact.customerId })
    .from(contact)
    .innerJoin(phoneNumber, eq(phoneNumber.contactId, contact.id))
    .where(ilike(phoneNumber.number, like(digits)))

/** Cases within reach by id, by what they are about, and by the people and customers that were found; the latest first. */
export async function findCases(
  db: Db,
  asked: string,
  reach: { scope: Scope; personId: string },
  about: { people: readonly Found[]; customers: readonly Found[] },
): Promise<(Found & { kind: string; state: string; startedAt: number })[]> {
  const digits = digitsOf(asked)
  const [people, customers] = [about.people, about.customers].map((found) => found.map(({ id }) => id))
  const words = like(asked)
  const rows = await db
    .select({ id: cases.id, kind: cases.kind, state: cases.state, startedAt: cases.startedAt })
    .from(cases)
    .leftJoin(incidents, eq(incidents.caseId, cases.id))
    .leftJoin(serviceTasks, eq(serviceTasks.caseId, cases.id))
    .leftJoin(calls, eq(calls.caseId, cases.id))
    .leftJoin(staffChanges, eq(staffChanges.caseId, cases.id))
    .leftJoin(accidents, eq(accidents.caseId, cases.id))
    .where(
      and(
        reachOfCases(reach.scope, reach.personId),
        or(
          asked.length >= 6 ? ilike(cases.id, words) : undefined,
          ilike(incidents.title, words),
          ilike(serviceTasks.requirement, words),
          ilike(serviceTasks.contactName, words),
          digits ? ilike(calls.number, like(digits)) : undefined,
          customers!.length > 0 ? inArray(cases.customerId, customers!) : undefined,
          people!.length > 0
            ? or(
                inArray(staffChanges.outgoingId, people!),
                inArray(staffChanges.incomingId, people!),
                inArray(accidents.engineerId, people!),
              )
            : undefined,
        ),
      ),
    )
    .orderBy(desc(cases.startedAt))
    .limit(SHOWN)
  const titles = await titlesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({ ...row, title: titles.get(row.id) || row.id, detail: row.id }))
}
