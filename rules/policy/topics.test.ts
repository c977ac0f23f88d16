import { expect, it } from 'vitest'
import { policies } from './index.ts'
import { topics } from './topics.ts'

it('every matter that a rulebook can be bound for has a name in both languages', () => {
  const unnamed = policies.flatMap((policy) => policy.topics).filter((topic) => !topics[topic])
  expect(unnamed).toEqual([])
})
