import { z } from 'zod'
import { absenceKinds } from '../../db/schema/person.ts'
import { roleIds } from '../../rules/roles.ts'
import { zInstant } from '../http/instant.ts'
import { zId, zText } from '../http/shapes.ts'

const kind = z.enum(['staff', 'client', 'contractor', 'service'])
const skill = z.strictObject({ product: zText(100), level: z.number().int().min(1).max(5) })

export const personInput = z.strictObject({
  code: zText(50),
  name: zText(100),
  kind,
  email: z.email().max(200).nullable().optional(),
  superiorId: zId.nullable().optional(),
  posted: z.boolean().optional(),
  active: z.boolean().optional(),
  numbers: z.array(zText(40)).max(20).optional(),
  regionIds: z.array(zId).max(100).optional(),
  skills: z.array(skill).max(200).optional(),
})

export const personRow = z
  .object({
    id: zId,
    code: z.string(),
    name: z.string(),
    kind,
    email: z.string().nullable(),
    superiorId: zId.nullable(),
    posted: z.boolean(),
    active: z.boolean(),
    sample: z.string().nullable(),
  })
  .meta({ id: 'Person' })

/** A row of the list: with the posts held now, each everywhere (null) or in one region. */
export const listedPerson = personRow.extend({
  posts: z.array(z.object({ role: z.enum(roleIds), regionId: zId.nullable() })),
})

export const roleInput = z.strictObject({
  role: z.enum(roleIds),
  regionId: zId.nullable().optional(),
  fromAt: zInstant,
  toAt: zInstant.nullable().optional(),
})

export const roleRow = z
  .object({
    id: zId,
    personId: zId,
    role: z.enum(roleIds),
    regionId: zId.nullable(),
    fromAt: zInstant,
    toAt: zInstant.nullable(),
  })
  .meta({ id: 'PersonRole' })

/** Where a placement is not what a rulebook lays down; a warning, never a refusal. */
export const misfitRow = z.object({ clause: z.string(), text: z.object({ zh: z.string(), en: z.string() }) })

export const personFile = z.object({
  ...personRow.shape,
  numbers: z.array(z.string()),
  regionIds: z.array(zId),
  skills: z.array(z.object({ product: z.string(), level: z.number() })),
  roles: z.array(roleRow),
  misfits: z.array(misfitRow),
})

export const absenceInput = z.strictObject({
  personId: zId,
  kind: z.enum(absenceKinds),
  fromAt: zInstant,
  toAt: zInstant.nullable().optional(),
})
export const absenceRow = z
  .object({
    id: zId,
    personId: zId,
    kind: z.enum(absenceKinds),
    fromAt: zInstant,
    toAt: zInstant.nullable(),
    /** Of personal leave longer than its cap: the clause, and until when it could have lasted. */
    over: z.object({ clause: z.string(), untilAt: zInstant }).nullable(),
  })
  .meta({ id: 'Absence' })

export const substitutionInput = z.strictObject({
  fromPersonId: zId,
  toPersonId: zId,
  role: z.enum(roleIds),
  rank: z.number().int().min(1).max(9).optional(),
  fromAt: zInstant,
  toAt: zInstant,
})
export const substitutionRow = z
  .object({
    id: zId,
    fromPersonId: zId,
    toPersonId: zId,
    role: z.enum(roleIds),
    rank: z.number().int(),
    fromAt: zInstant,
    toAt: zInstant,
  })
  .meta({ id: 'Substitution' })

export const endsAt = z.strictObject({ toAt: zInstant })
export const endsAtOrOpen = z.strictObject({ toAt: zInstant.nullable() })
