import { and, eq, isNull } from 'drizzle-orm'
import { checkGrant } from '../../rules/person/grant.ts'
import { scopeOf } from '../../rules/permissions.ts'
import { refuse } from '../../rules/problem.ts'
import type { Tx } from '../client.ts'
import { grantRole } from '../person/roles.ts'
import { createPerson, editPerson } from '../person/savePerson.ts'
import { person, personRole } from '../schema/person.ts'
import { emailCell, flag, listed, numbersCell, oneOf, PERSON_KINDS, roleCell, together } from './cells.ts'
import { personMeant, regionNamed } from './found.ts'
import type { Cells, Importer } from './importFile.ts'
import { addNumbers } from './numbers.ts'

/**
 * One person: entered, or brought up to date by what the row says; an empty cell leaves what stands. Numbers and posts are
 * added, never taken away: that is done where one sees what else hangs on them. @throws Refusal of each wrong cell at once
 */
export async function importPerson(tx: Tx, cells: Cells<'people'>, by: Importer) {
  const said = await together(async (cell) => ({
    numbers: await cell(() => numbersCell(cells.numbers, 'numbers')),
    kind: await cell(() => (cells.kind ? oneOf(cells.kind, PERSON_KINDS, 'kind') : undefined)),
    email: await cell(() => (cells.email ? emailCell(cells.email, 'email') : undefined)),
    posted: await cell(() => (cells.posted ? flag(cells.posted, 'posted') : undefined)),
    regionIds: await Promise.all(listed(cells.regions).map((one) => cell(() => regionNamed(tx, one, 'regions')))),
    posts: await Promise.all(listed(cells.roles).map((one) => cell(() => postCell(tx, one)))),
  }))
  const fields = {
    name: cells.name,
    ...(said.kind && { kind: said.kind }),
    ...(said.email && { email: said.email }),
    ...(said.posted !== undefined && { posted: said.posted }),
    ...(said.regionIds.length > 0 && { regionIds: said.regionIds }),
  }
  const [known] = await tx.select({ id: person.id }).from(person).where(eq(person.code, cells.code))
  const id = known?.id ?? (await createPerson(tx, { kind: 'staff', code: cells.code, ...fields }))
  if (known) await editPerson(tx, id, fields, by.now)
  await addNumbers(tx, { personId: id }, said.numbers)
  for (const post of said.posts) await holds(tx, id, post, by)
  if (!cells.superior) return
  return async (then: Tx) => {
    const superiorId = await personMeant(then, cells.superior, 'superior')
    await editPerson(then, id, { superiorId }, by.now, 'superior')
  }
}

type Held = Awaited<ReturnType<typeof postCell>>

/** `engineer`, or `区域经理@SD` where it is held in one region. */
async function postCell(tx: Tx, said: string) {
  const [name = '', where] = said.split(/[@＠]/).map((part) => part.trim())
  const role = roleCell(name, 'roles')
  return { role, regionId: where ? await regionNamed(tx, where, 'roles') : null }
}

/** Gives somebody a post, unless they hold it already. */
async function holds(tx: Tx, personId: string, { role, regionId }: Held, by: Importer): Promise<void> {
  const inRegion = regionId === null ? isNull(personRole.regionId) : eq(personRole.regionId, regionId)
  const [already] = await tx
    .select({ id: personRole.id })
    .from(personRole)
    .where(and(eq(personRole.personId, personId), eq(personRole.role, role), inRegion, isNull(personRole.toAt)))
    .limit(1)
  if (already) return
  if (by.caller) {
    if (scopeOf(by.caller.grants, 'role.grant').length === 0) refuse('caller.forbidden', { field: 'roles' })
    checkGrant(by.caller, personId, role)
  }
  await grantRole(tx, { personId, role, regionId, fromAt: by.now })
}
