import type { Instant } from '../../rules/instant.ts'
import type { Terms } from '../../rules/policy/parameter.ts'
import { newId } from '../id.ts'
import { cases } from '../schema/case.ts'
import type { Tx } from '../client.ts'
import type { Case } from './lock.ts'

/** What a new case is about; `terms` is the snapshot it keeps. */
export interface NewCase {
  kind: string
  startedAt: Instant
  terms: Terms
  customerId?: string | null
  projectId?: string | null
  regionId?: string | null
  parentId?: string | null
  sample?: string | null
}

/** Opens a case; its row is locked by this transaction. The id names the kind, nobody and nothing else. */
export async function openCase(tx: Tx, about: NewCase): Promise<Case> {
  const [row] = await tx
    .insert(cases)
    .values({ id: `${about.kind}-${newId()}`, ...about })
    .returning()
  return row!
}
