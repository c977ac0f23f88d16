import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, pgTable, pgView, text, unique } from 'drizzle-orm/pg-core'
import type { Role } from '../../rules/roles.ts'
import { instant } from '../columns.ts'

/** Where people work and services are done. */
export const region = pgTable('region', {
  id: text().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  sample: text(),
})

/** Somebody who can bear a promise, be told something, or sign in. Customers' people are contacts, not persons. */
export const person = pgTable(
  'person',
  {
    id: text().primaryKey(),
    /** The house's own number for the person; imports find people by it. */
    code: text().notNull().unique(),
    name: text().notNull(),
    kind: text().$type<PersonKind>().notNull(),
    email: text(),
    superiorId: text('superior_id'),
    /** Works at a customer's site for a time, so that S2-1.2.2c applies. */
    posted: boolean().notNull().default(false),
    active: boolean().notNull().default(true),
    /** The demo or sample run that made this row and takes it away again; null: real. */
    sample: text(),
  },
  (t) => [
    foreignKey({ columns: [t.superiorId], foreignColumns: [t.id] }),
    index().on(t.superiorId),
    check('person_own_superior', sql`${t.superiorId} <> ${t.id}`),
  ],
)
export type PersonKind = 'staff' | 'client' | 'contractor' | 'service'

const personId = (name = 'person_id') =>
  text(name)
    .notNull()
    .references(() => person.id, { onDelete: 'cascade' })
const regionId = () => text('region_id').references(() => region.id)

/** A role held from an instant until (not including) another; in one region, or everywhere. */
export const personRole = pgTable(
  'person_role',
  {
    id: text().primaryKey(),
    personId: personId(),
    role: text().$type<Role>().notNull(),
    regionId: regionId(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
  },
  (t) => [
    index().on(t.role, t.fromAt),
    index().on(t.personId),
    check('person_role_period', sql`${t.toAt} > ${t.fromAt}`),
  ],
)

/**
 * Who holds which post when: the roles granted, and beside the service director's the supervisor's and the other way round
 * for as long as the house takes them for one post (house rule `posts.supervisor`, by its versions' dates). `granted` is
 * the role that was given. Whoever asks who answers for something reads this; whoever hands out roles writes `person_role`.
 */
export const heldRole = pgView('held_role', {
  personId: text('person_id').notNull(),
  role: text().$type<Role>().notNull(),
  granted: text().$type<Role>().notNull(),
  regionId: text('region_id'),
  fromAt: instant('from_at').notNull(),
  toAt: instant('to_at'),
}).as(sql`
  select person_id, role, role as granted, region_id, from_at, to_at from person_role
  union all
  select r.person_id, case r.role when 'serviceDirector' then 'serviceSupervisor' else 'serviceDirector' end, r.role, r.region_id,
    greatest(r.from_at, s.from_at), least(r.to_at, s.to_at)
  from person_role r join (
    select v.effective_from_at as from_at, lead(v.effective_from_at) over (order by v.effective_from_at) as to_at, v.reading
    from (
      select distinct on (effective_from_at) effective_from_at, values ->> 'posts.supervisor' as reading
      from policy_version where policy = 'house' and variant = '' order by effective_from_at, version desc) v
  ) s on s.reading is distinct from 'apart' and r.from_at < coalesce(s.to_at, 'infinity') and coalesce(r.to_at, 'infinity') > s.from_at
  where r.role in ('serviceDirector', 'serviceSupervisor')`)

/** The regions a person works in; a role's own region says where the role holds. */
export const personRegion = pgTable(
  'person_region',
  {
    personId: personId(),
    regionId: regionId().notNull(),
  },
  (t) => [unique().on(t.personId, t.regionId)],
)

/** The regions a person worked in from a time on, wherever that was changed; who never moved has none. */
export const personRegionChange = pgTable(
  'person_region_change',
  {
    id: text().primaryKey(),
    personId: personId(),
    regionIds: text('region_ids').array().notNull(),
    fromAt: instant('from_at').notNull(),
  },
  (t) => [index().on(t.personId, t.fromAt)],
)

/** What a person can service, 1 (under guidance) to 5 (teaches it). */
export const personSkill = pgTable(
  'person_skill',
  {
    personId: personId(),
    product: text().notNull(),
    level: integer().notNull(),
  },
  (t) => [unique().on(t.personId, t.product), check('person_skill_level', sql`${t.level} between 1 and 5`)],
)

/** A time somebody is away; open-ended until `toAt` is set. */
export const absence = pgTable(
  'absence',
  {
    id: text().primaryKey(),
    personId: personId(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
    kind: text().$type<AbsenceKind>().notNull(),
  },
  (t) => [index().on(t.personId, t.fromAt), check('absence_period', sql`${t.toAt} > ${t.fromAt}`)],
)
export const absenceKinds = ['leave', 'personal', 'sick', 'trip', 'training', 'other'] as const
export type AbsenceKind = (typeof absenceKinds)[number]
/** Absences that are no work; a trip or a training is. */
export const awayKinds = ['leave', 'personal', 'sick', 'other'] as const satisfies readonly AbsenceKind[]

/** A dated grant: one person may act in another's role while that one is absent. A lower rank is asked first. */
export const substitution = pgTable(
  'substitution',
  {
    id: text().primaryKey(),
    fromPersonId: personId('from_person_id'),
    toPersonId: personId('to_person_id'),
    role: text().$type<Role>().notNull(),
    rank: integer().notNull().default(1),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
  },
  (t) => [
    index().on(t.fromPersonId, t.role, t.fromAt),
    index().on(t.toPersonId),
    check('substitution_period', sql`${t.toAt} > ${t.fromAt}`),
    check('substitution_self', sql`${t.fromPersonId} <> ${t.toPersonId}`),
  ],
)

/** A telephone line of ours. A direct line rings at one person's desk. */
export const line = pgTable('line', {
  id: text().primaryKey(),
  /** E.164. */
  number: text().notNull().unique(),
  kind: text().$type<'hotline' | 'direct'>().notNull(),
  department: text().notNull(),
  personId: text('person_id').references(() => person.id, { onDelete: 'set null' }),
  /** Since when it is no longer ours. */
  endedAt: instant('ended_at'),
  sample: text(),
})

/** Who answers a line, from an instant until (not including) another. */
export const dutyRoster = pgTable(
  'duty_roster',
  {
    id: text().primaryKey(),
    lineId: text('line_id')
      .notNull()
      .references(() => line.id, { onDelete: 'cascade' }),
    personId: personId(),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at').notNull(),
  },
  (t) => [
    index().on(t.lineId, t.fromAt),
    unique().on(t.lineId, t.personId, t.fromAt),
    check('duty_roster_period', sql`${t.toAt} > ${t.fromAt}`),
  ],
)

/** A declared time in which a line did not work; open until `toAt` is set. */
export const outage = pgTable(
  'outage',
  {
    id: text().primaryKey(),
    lineId: text('line_id')
      .notNull()
      .references(() => line.id, { onDelete: 'cascade' }),
    fromAt: instant('from_at').notNull(),
    toAt: instant('to_at'),
    declaredAt: instant('declared_at').notNull(),
    declaredBy: text('declared_by').references(() => person.id, { onDelete: 'set null' }),
  },
  (t) => [index().on(t.lineId, t.fromAt), check('outage_period', sql`${t.toAt} > ${t.fromAt}`)],
)
