import type { Db } from '../../db/client.ts'
import { isParty } from '../../db/case/party.ts'
import type { Reading } from '../../db/case/read.ts'
import { concernsPerson } from '../../db/measure/concerns.ts'
import { scopeOf, type Action, type Scope } from '../../rules/permissions.ts'
import type { Caller } from '../http/route.ts'
import { kindOf } from './shapes.ts'

/** Cases that are about somebody's person: read by who oversees such matters, not by everybody who reads cases. */
const PERSONAL: Readonly<Record<string, Action>> = { evaluation: 'evaluation.oversee', measure: 'measure.oversee' }

/** How far the caller reads a case: as cases go, or, where it is somebody's own matter, theirs and their overseers'. */
export async function reachOf(db: Db, caseId: string, caller: Caller, scope: Scope): Promise<Reading> {
  const action = PERSONAL[kindOf(caseId)]
  if (!action) return (await isParty(db, caseId, caller.personId)) ? 'own' : scope
  return (await concernsPerson(db, caseId, caller.personId)) ? 'own' : scopeOf(caller.grants, action)
}
