import { expect, it } from 'vitest'
import { policies } from '../../rules/policy/index.ts'
import { topics } from './bindings.ts'

it('every matter that a rulebook can be bound for has a name in both languages', () => {
  const unnamed = policies.flatMap((policy) => policy.topics).filter((topic) => !topics[topic])
  expect(unnamed).toEqual([])
})
