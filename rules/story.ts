/**
 * How a promise ended: kept, taken away (`released`), settled by another case's act (`elsewhere`), or never owed.
 */
export type Outcome = 'done' | 'released' | 'elsewhere' | 'notOwed'

/** The two words a story is written in. Both name promises; order in the story is the order in which they are owed. */
export interface Play {
  /** Opens the promises and waits until each is settled. */
  keep(...promises: string[]): Promise<Outcome[]>
  /** Opens one promise without waiting; awaiting what it returns waits for its outcome. */
  begin(promise: string): Promise<Outcome>
}

/** A procedure, told once: a pure async function of how its promises ended. No loops, no clock, no randomness. */
export type Story = (p: Play) => Promise<void>

export interface Frontier {
  /** Promises that the story has reached and nobody has settled, in the story's order. */
  owed: string[]
  /** True when the story has been told to its end. */
  ended: boolean
}

/** Enough turns of the microtask queue for any nesting of `await` and `Promise.all` between two words of a story. */
const TURNS_BETWEEN_WORDS = 24

/** Lets a story that can go on reach its next words. Counts turns, since a timer would bring a clock into it. */
export async function nextWords(): Promise<void> {
  for (let turn = 0; turn < TURNS_BETWEEN_WORDS; turn += 1) await Promise.resolve()
}

/** A `Play` whose every word goes through one function. */
export function playBy(begin: (promise: string) => Promise<Outcome>): Play {
  return { begin: (promise) => begin(promise), keep: (...promises) => Promise.all(promises.map((name) => begin(name))) }
}

/**
 * The promise that has to be settled before the story reaches another one: of those owed now, the first without which
 * it is not reached even if all the rest were done. Undefined where nothing stands in its way.
 */
export async function blockerOf(story: Story, settled: ReadonlyMap<string, Outcome>, promise: string) {
  for (const owed of (await frontier(story, settled)).owed) {
    const allBut = new Map(settled)
    allBut.get = (name) => (name === owed || name === promise ? undefined : 'done')
    if (owed !== promise && !(await frontier(story, allBut)).owed.includes(promise)) return owed
  }
  return undefined
}

/**
 * Reads a story as far as the settled promises carry it. Settled ones return at once; what it then waits for is owed now.
 * Rejects with whatever the story throws. Pure: no timers, so it may run inside a transaction.
 */
export async function frontier(story: Story, settled: ReadonlyMap<string, Outcome>): Promise<Frontier> {
  const owed = new Set<string>()
  // One per reading: a shared promise that never settles would keep every reading's closures alive.
  const never = new Promise<never>(() => {})
  let words = 0
  let ended = false
  let failure: { error: unknown } | undefined
  const begin = (promise: string): Promise<Outcome> => {
    words += 1
    const outcome = settled.get(promise)
    if (outcome) return Promise.resolve(outcome)
    owed.add(promise)
    return never
  }
  story(playBy(begin)).then(
    () => (ended = true),
    (error: unknown) => (failure = { error }),
  )
  for (let heard = -1; heard !== words && !ended && !failure;) {
    heard = words
    await nextWords()
  }
  if (failure) throw failure.error
  return { owed: [...owed], ended }
}
