import type { CaseView } from '../../rules/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { TELLS_BEARERS } from '../../rules/promises.ts'
import { isRole } from '../../rules/roles.ts'
import type { Tx } from '../client.ts'
import { notify, type Notice } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'
import type { Case } from './lock.ts'
import type { Obligation } from './view.ts'

/**
 * Tells people that it is their turn, when their promise opens: the bearer, or whoever answers for a role that bears it.
 * Not whose own act opened it, nor of what is late already (the alert says more), and of several at once the first.
 */
export async function tellBearers(tx: Tx, held: Case, opened: readonly Obligation[], view: CaseView, now: Instant) {
  if (!TELLS_BEARERS.has(held.kind)) return
  const actorId = view.facts.reduce((last, fact) => (fact.id > last.id ? fact : last), view.facts[0]!)?.byId
  const notices = new Map<string, Notice>()
  for (const row of opened) {
    if (row.work !== 'open' || (row.lateFromAt !== null && row.lateFromAt <= now)) continue
    for (const personId of await bearersOf(tx, held, row, now)) {
      if (personId === actorId || notices.has(personId)) continue
      const { clause, promise, dueAt } = row
      notices.set(personId, {
        key: `obligation:${row.id}:opened`,
        personId,
        template: 'obligation.opened',
        params: { clause, promise, dueAt, kind: held.kind },
        caseId: held.id,
        obligationId: row.id,
      })
    }
  }
  await notify(tx, [...notices.values()], now)
}

async function bearersOf(tx: Tx, { regionId, sample }: Case, row: Obligation, at: Instant): Promise<string[]> {
  if (row.bearerId) return [row.bearerId]
  if (!isRole(row.bearerRole)) return []
  const { personIds } = await resolveRole(tx, { role: row.bearerRole, at, regionId: regionId ?? undefined, sample })
  return personIds
}
