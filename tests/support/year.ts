import fc from 'fast-check'
import { seedYears } from '../../db/calendar/seedYears.ts'
import type { Db } from '../../db/client.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { readAccident } from '../../db/accident/read.ts'
import { recordFact } from '../../db/record/record.ts'
import { facts } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { waive } from '../../db/consequence/decide.ts'
import { entriesAbout } from '../../db/consequence/enter.ts'
import { markOutdated } from '../../db/window/mark.ts'
import { openCase } from '../../db/case/openCase.ts'
import { termsFor } from '../../db/policy/terms.ts'
import type { Instant, LocalDate } from '../../rules/instant.ts'
import { DAY, HOUR, MINUTE } from '../../rules/instant.ts'
import type { PersonRecord } from '../../rules/record/record.ts'
import { addDays, addMonths, atTime } from '../../rules/time/local.ts'
import { and, eq, inArray } from 'drizzle-orm'
import { accidentDesk, COMPLAINT_I, COMPLAINT_II } from './accidents.ts'

/** The year that is played: it has a long holiday at either end of its spring, and starts after a clean one. */
export const YEAR_FROM: LocalDate = '2026-01-01'
export const YEAR_UNTIL: LocalDate = '2027-01-01'
const STAFF = ['e0', 'e1', 'e2'] as const
type Staff = (typeof STAFF)[number]

/** Something that happened in the department, and how many days later anybody knew of it here. */
export type Happening = { day: number; knownAfter: number } & (
  | {
      what: 'accident'
      who: Staff
      class: 'I' | 'II'
      /** Days until it turned out to be none. */
      droppedAfter: number | null
      /** The general manager lets the engineer's fine go an hour after it was entered. */
      waived: boolean
    }
  | { what: 'record'; who: Staff; record: PersonRecord }
)

/** The records a year may hold of somebody. */
const record: fc.Arbitrary<PersonRecord> = fc.oneof(
  fc.record({ kind: fc.constant('examTaken' as const), exam: fc.constant('training' as const), passed: fc.boolean() }),
  fc.constant({ kind: 'examTaken' as const, exam: 'skill' as const, passed: true }),
  fc.constant({ kind: 'contribution' as const, note: '攻关' }),
  fc.record({ kind: fc.constant('payGradeSet' as const), grade: fc.constantFrom(1 as const, 2 as const, 3 as const) }),
  fc.record({ kind: fc.constant('openingRating' as const), worst: fc.constantFrom('good' as const, 'fair' as const) }),
)

const common = {
  day: fc.integer({ min: 0, max: 330 }),
  knownAfter: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 100 }) },
  ),
  who: fc.constantFrom(...STAFF),
}

/** What may happen in a department: accidents (some turn out to be none, some fines are let go), exams, contributions, grades. */
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    ...common,
    what: fc.constant('accident' as const),
    class: fc.constantFrom('I' as const, 'II' as const),
    droppedAfter: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null, freq: 1 }),
    waived: fc.boolean(),
  }),
  fc.record({ ...common, what: fc.constant('record' as const), record }),
)

/** What comes to light when its month, or its half-year, is closed and paid. */
const late: fc.Arbitrary<Happening[]> = fc.tuple(
  ...(['I', 'II'] as const).map((grade) =>
    fc.record({
      day: fc.integer({ min: 130, max: 175 }),
      knownAfter: fc.integer({ min: 60, max: 100 }),
      who: common.who,
      what: fc.constant('accident' as const),
      class: fc.constant(grade),
      droppedAfter: fc.constant(null),
      waived: fc.constant(false),
    }),
  ),
  fc.record({
    day: fc.integer({ min: 0, max: 250 }),
    knownAfter: fc.integer({ min: 40, max: 100 }),
    who: common.who,
    what: fc.constant('record' as const),
    record: fc.record({ kind: fc.constant('payGradeSet' as const), grade: fc.constantFrom(1 as const, 2 as const) }),
  }),
)

/** A year of department life, some of it known late. */
export const departmentYear: fc.Arbitrary<Happening[]> = fc
  .tuple(fc.array(happening, { minLength: 5, maxLength: 11 }), late)
  .map(([year, told]) => [...year, ...told])

const noonOf = (day: number): Instant => atTime(addDays(YEAR_FROM, day), '12:00')

/** One fact as it reaches the department. */
interface Arrival {
  happening: Happening
  at: Instant
  act: 'tell' | 'drop' | 'waive'
}

/** The facts of a year in the order in which they arrive. */
export function arrivals(year: readonly Happening[]): Arrival[] {
  return year
    .flatMap((happening): Arrival[] => {
      const at = noonOf(happening.day) + happening.knownAfter * DAY + HOUR
      const told: Arrival = { happening, at, act: 'tell' }
      if (happening.what !== 'accident') return [told]
      const { droppedAfter, waived } = happening
      if (droppedAfter !== null) return [told, { happening, at: at + droppedAfter * DAY, act: 'drop' }]
      return waived ? [told, { happening, at: at + HOUR, act: 'waive' }] : [told]
    })
    .sort((a, b) => a.at - b.at)
}

/** A department with nobody's past, ready to live a year. */
export async function emptyDepartment(db: Db) {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  const ids = Object.fromEntries(['gm', 'boss', ...STAFF].map((key) => [key, newId()])) as Record<
    'gm' | 'boss' | Staff,
    string
  >
  const roles = { gm: 'companyGm', boss: 'serviceDirector' } as const
  for (const [key, id] of Object.entries(ids)) {
    await db.insert(person).values({ id, code: key, name: key, kind: 'staff' })
    const role = key === 'gm' || key === 'boss' ? roles[key] : 'engineer'
    await db.insert(personRole).values({ id: newId(), personId: id, role, fromAt: atTime(YEAR_FROM, '00:00') })
  }
  // The department serves in every month, so that its clean months count for the supervisor.
  const terms = await termsFor(db, { topic: 'none', at: 0 })
  for (let month = 0; month < 12; month++) {
    const startedAt = atTime(addMonths(YEAR_FROM, month), '09:00')
    await db.transaction((tx) => openCase(tx, { kind: 'serviceTask', startedAt, terms }))
  }
  const desk = accidentDesk(db, ids.boss)
  const accidentOf = new Map<Happening, string>()

  /** Tells the department a fact at an instant. */
  async function tell({ happening, act }: Arrival, now: Instant): Promise<void> {
    const occurredAt = noonOf(happening.day)
    const personId = ids[happening.who]
    if (happening.what === 'record') {
      const given = { personId, byId: ids.boss, occurredAt, record: happening.record }
      await db.transaction((tx) => recordFact(tx, given, now))
    } else if (act === 'waive') {
      const [fine] = await db
        .select()
        .from(consequences)
        .where(and(eq(consequences.caseId, accidentOf.get(happening)!), eq(consequences.personId, personId)))
      const given = { consequenceId: fine!.id, reason: '情有可原', byId: ids.gm }
      await db.transaction((tx) => waive(tx, given, now))
    } else if (act === 'tell') {
      const ground = happening.class === 'I' ? COMPLAINT_I : COMPLAINT_II
      accidentOf.set(happening, await desk.report(personId, ground, occurredAt, now))
    } else {
      const caseId = accidentOf.get(happening)!
      const [ground] = (await readAccident(db, caseId)).grounds
      await desk.drop(caseId, ground!.id, ids.gm, now)
    }
  }

  /** The papers of every month are found complete when it is over. */
  const papers = async (monthUntilOn: LocalDate, now: Instant) => {
    const month = addMonths(monthUntilOn, -1).slice(0, 7)
    for (const key of STAFF) {
      const given = { personId: ids[key], byId: ids.boss, occurredAt: atTime(monthUntilOn, '00:00') - MINUTE }
      const complete: PersonRecord = { kind: 'documentsChecked', month, complete: true }
      await db.transaction((tx) => recordFact(tx, { ...given, record: complete }, now))
    }
  }

  /** What the day's passing brings about, and what is known by now: windows computed anew for everybody. */
  const follow = async (now: Instant) => {
    await markOutdated(db, now)
    await desk.follow(now)
  }

  const staff = STAFF.map((key) => ids[key])
  return { ids, staff, tell, papers, follow }
}

/**
 * What stands in a ledger, told without ids so that two ledgers can be compared: who, what, under which clause, how much,
 * when, and what the evidence is.
 */
export async function standingLedger(db: Db): Promise<string[]> {
  const rows = await db.select().from(consequences)
  const about = await entriesAbout(
    db,
    rows.map(({ id }) => id),
  )
  const standing = rows.filter(
    ({ id, aboutId }) => aboutId === null && !about.get(id)!.some(({ kind }) => kind === 'reversal'),
  )
  const people = new Map((await db.select().from(person)).map(({ id, code }) => [id, code]))
  const evidence = new Map(
    (
      await db
        .select()
        .from(facts)
        .where(inArray(facts.id, standing.flatMap(({ evidenceIds }) => evidenceIds).concat(newId())))
    ).map(({ id, kind, occurredAt }) => [id, `${kind}@${occurredAt}`]),
  )
  return standing
    .map(({ personId, kind, clause, amountFen, occurredAt, evidenceIds }) =>
      [
        people.get(personId!),
        kind,
        clause,
        amountFen,
        occurredAt,
        ...evidenceIds.map((id) => evidence.get(id)).sort(),
      ].join(' '),
    )
    .sort()
}
