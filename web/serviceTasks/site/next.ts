import type { ServiceTaskPromise } from '../../../rules/serviceTask/labels.ts'
import type { Case } from '../../cases/useCase.ts'

/** How a task is told, as far as it concerns the engineer: what stands together is owed together. */
const TOLD: readonly (readonly ServiceTaskPromise[])[] = [
  ['sign'],
  ['assign'],
  ['accept'],
  ['decideDecline'],
  ['clarify'],
  ['confirmSite'],
  ['solve', 'prepare'],
  ['appoint'],
  ['plan'],
  ['approvePlan'],
  ['depart'],
  ['arrive'],
  ['callOnArrival'],
  ['complete', 'record'],
  ['rate'],
  ['planReturn'],
  ['agreeReturn'],
  ['return'],
]
/** Owed only once something has brought them about; the server then says so. */
const RARE: readonly ServiceTaskPromise[] = ['decideDecline', 'clarify']
/** Steps of a trip: a remote task and one added on site have none of their own. */
const TRIP: readonly ServiceTaskPromise[] = [
  'appoint',
  'depart',
  'arrive',
  'callOnArrival',
  'planReturn',
  'agreeReturn',
  'return',
]
/** What is left of the form of a task added on site, which the engineer prepares alone (S0-A-3.15). */
const OF_EXTRA: readonly ServiceTaskPromise[] = ['solve', 'complete', 'record', 'rate']

interface AtHand {
  obligations: readonly Pick<Case['obligations'][number], 'promise' | 'work' | 'round' | 'reason'>[]
  remote: boolean
  extra: boolean
  /** Promises that deeds kept on this device will keep. */
  queued: ReadonlySet<string>
}

/**
 * What comes next in a task, with what was done without network taken as done: so that work goes on before the server has
 * heard of it. The server stays the judge: what it refuses waits for a decision.
 */
export function nextOf({ obligations, remote, extra, queued }: AtHand): ServiceTaskPromise[] {
  const round = Math.max(...obligations.map((row) => row.round))
  const rows = obligations.filter((row) => row.round === round && row.reason !== 'reassigned')
  const waits = (promise: ServiceTaskPromise) => {
    if (queued.has(promise)) return false
    const own = rows.filter((row) => row.promise === promise)
    if (own.length > 0) return own.some((row) => row.work === 'open')
    if (extra) return OF_EXTRA.includes(promise)
    return !RARE.includes(promise) && !(remote && TRIP.includes(promise))
  }
  for (const together of TOLD) {
    const left = together.filter(waits)
    if (left.length > 0) return left
  }
  return []
}
