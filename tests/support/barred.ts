import { barredFrom } from '../../db/consequence/barred.ts'
import { lockCase } from '../../db/case/record.ts'
import type { Db } from '../../db/client.ts'
import type { Role } from '../../rules/roles.ts'

/** What a case bars somebody from, each act with the code of its reason; whatever post begins has begun. */
export const barsOf = (db: Db, caseId: string, byId: string, roles: readonly Role[] = []) =>
  db.transaction(async (tx) => {
    const bars = await barredFrom(tx, (await lockCase(tx, caseId))!, { byId, roles, now: Infinity })
    return bars.map(({ action, code }) => [action, code])
  })
