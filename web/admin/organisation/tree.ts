import type { Answer } from '../../client/ask.ts'

export type Placed = Answer<'get /api/organisation'>['people'][number]

/** Those whose superior is not among them: the tops of the tree. */
export const rootsOf = (people: readonly Placed[]) =>
  people.filter(({ superiorId }) => !people.some((one) => one.id === superiorId))

/** The direct subordinates of somebody. */
export const under = (people: readonly Placed[], id: string) => people.filter(({ superiorId }) => superiorId === id)
