import type { Instant } from '../../rules/instant.ts'
import type { TemplateName } from '../../rules/notification/templates.ts'
import type { Role } from '../../rules/roles.ts'
import type { Case } from '../case/lock.ts'
import type { Obligation } from '../case/view.ts'
import type { Tx } from '../client.ts'
import { notify } from '../notification/notify.ts'
import { resolveRole } from '../person/resolve.ts'

/** Tells those whose signature a draft waits for now. Nobody is told twice of the same one. */
export async function tellBearers(
  tx: Tx,
  held: Case,
  rows: readonly Obligation[],
  rulebookId: string,
  now: Instant,
): Promise<void> {
  const open = rows.filter((row) => row.work === 'open' && row.bearerRole !== null && row.bearerRole !== 'unit')
  for (const row of open) {
    const { personIds } = await resolveRole(tx, { role: row.bearerRole as Role, at: now, sample: held.sample })
    await tellPeople(tx, held, 'rulebook.toSign', personIds, { rulebookId, factId: row.id }, now)
  }
}

/** Tells people of a step of a rulebook; `factId` names the step. */
export async function tellPeople(
  tx: Tx,
  held: Case,
  template: TemplateName,
  personIds: readonly string[],
  { factId, ...params }: { rulebookId: string; factId: string | undefined; version?: number },
  now: Instant,
): Promise<void> {
  await notify(
    tx,
    personIds.map((personId) => ({
      key: `rulebook:${held.id}:${template}:${factId}`,
      personId,
      template,
      params,
      caseId: held.id,
    })),
    now,
  )
}
