import { changesAfter, type Change } from '../../db/live/changes.ts'
import type { Db } from '../../db/client.ts'
import { scopeOf, within, type Grant, type Scope } from '../../rules/permissions.ts'

/** How often the feed is read while somebody listens, in milliseconds. */
const EVERY_MS = 400

/** What a page is told: which cases changed, and whether its reader's notices did. Ids only. */
export interface News {
  cases: string[]
  notices: boolean
}

export interface Listener {
  personId: string
  grants: readonly Grant[]
  /** Everything up to this transaction was told. */
  toldUpTo: bigint
  tell(xid: bigint, news: News): void
}

/** Reads the feed for all listeners of this process together, and only while there are any. */
export function createFeed(db: Db, onFailure: (error: unknown) => void) {
  const listeners = new Set<Listener>()
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined

  async function read(): Promise<void> {
    const from = [...listeners].map((one) => one.toldUpTo).reduce((a, b) => (a < b ? a : b))
    const changes = await changesAfter(db, from)
    for (const listener of listeners) tellAll(listener, changes)
  }

  function plan(): void {
    if (timer ?? reading) return
    if (listeners.size === 0) return
    timer = setTimeout(() => {
      timer = undefined
      if (listeners.size === 0) return
      reading = read()
        .catch(onFailure)
        .finally(() => {
          reading = undefined
          plan()
        })
    }, EVERY_MS)
  }

  return {
    add(listener: Listener): () => void {
      listeners.add(listener)
      plan()
      return () => void listeners.delete(listener)
    },
    countOf: (personId: string) => [...listeners].filter((one) => one.personId === personId).length,
    async close(): Promise<void> {
      clearTimeout(timer)
      listeners.clear()
      await reading
    },
  }
}

function tellAll(listener: Listener, changes: readonly Change[]): void {
  const scope = scopeOf(listener.grants, 'case.read')
  const fresh = changes.filter((change) => change.xid > listener.toldUpTo)
  for (const xid of new Set(fresh.map((change) => change.xid))) {
    const seen = fresh.filter((change) => change.xid === xid && maySee(listener, scope, change))
    const cases = seen.flatMap((change) => change.caseId || [])
    const notices = seen.some((change) => change.personId !== '')
    listener.toldUpTo = xid
    if (cases.length > 0 || notices) listener.tell(xid, { cases, notices })
  }
}

/** Whoever may read the case, or bears a promise of it; notices are their owner's alone. */
function maySee({ personId }: Listener, scope: Scope, change: Change): boolean {
  if (change.personId !== '') return change.personId === personId
  return change.bearerIds.includes(personId) || within(scope, change.regionId)
}
