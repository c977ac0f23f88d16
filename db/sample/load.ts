import { asc, eq } from 'drizzle-orm'
import type { Procedure } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { refuse } from '../../rules/problem.ts'
import type { Role } from '../../rules/roles.ts'
import { SAMPLE } from '../../rules/sample/sample.ts'
import { createAccount } from '../auth/account.ts'
import { randomPassword } from '../auth/password.ts'
import type { Db, Tx } from '../client.ts'
import { authUser } from '../schema/auth.ts'
import { person, personRole } from '../schema/person.ts'
import { playCalls, playIncident } from './calls.ts'
import { parts, type PartName } from './cast.ts'
import { playChange } from './change.ts'
import { furnishRegister, signsIn } from './register.ts'
import { playAccident, playTasks } from './tasks.ts'

/** The procedures that the sample's cases are of. */
export type SampleProcedures = Record<
  'call' | 'reach' | 'incident' | 'serviceTask' | 'staffChange' | 'accident',
  Procedure
>

export interface LoadedSample {
  caseIds: string[]
  /** Of everybody in it who can sign in; it stands nowhere else. */
  password: string
}

/** Whether the sample department is there. */
export async function sampleStands(tx: Tx): Promise<boolean> {
  const found = await tx.select({ id: person.id }).from(person).where(eq(person.sample, SAMPLE)).limit(1)
  return found.length > 0
}

/** Who of the sample department can sign in, by user name; none while it is not there. */
export const sampleAccounts = (db: Db): Promise<{ username: string; name: string; role: Role }[]> =>
  db
    .select({ username: authUser.username, name: person.name, role: personRole.role })
    .from(authUser)
    .innerJoin(person, eq(person.id, authUser.personId))
    .innerJoin(personRole, eq(personRole.personId, person.id))
    .where(eq(person.sample, SAMPLE))
    .orderBy(asc(authUser.username))

/**
 * Loads a department to look around in: people, customers, equipment, and cases in various states, made by the verbs that
 * real ones are made by, as of times before now. @throws Refusal `sample.loaded`
 */
export async function loadSample(tx: Tx, procedures: SampleProcedures, now: Instant): Promise<LoadedSample> {
  if (await sampleStands(tx)) refuse('sample.loaded')
  const department = await furnishRegister(tx, SAMPLE, now)
  const caseIds: string[] = []
  for (const play of [playChange, playAccident, playTasks, playCalls, playIncident])
    caseIds.push(...(await play(tx, procedures, department, now)))
  const password = randomPassword()
  for (const part of parts.map(([name]) => name).filter((name): name is PartName => signsIn(name)))
    await createAccount(tx, { personId: department.people[part], username: `sample.${part}`, password })
  return { caseIds, password }
}
