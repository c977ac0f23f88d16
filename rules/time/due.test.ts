import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isLate, lateFrom } from './due.ts'
import { parseInstant } from './local.ts'

const dueAt = parseInstant('2026-02-17T00:20:40+08:00')

it('within includes the whole last second', () => {
  expect(lateFrom(dueAt, 'within')).toBe(dueAt + 1_000)
  expect(isLate(dueAt - 1_000, dueAt, 'within')).toBe(false)
  expect(isLate(dueAt, dueAt, 'within')).toBe(false)
  expect(isLate(dueAt + 999, dueAt, 'within')).toBe(false)
  expect(isLate(dueAt + 1_000, dueAt, 'within')).toBe(true)
})

it('within counts a due time with milliseconds by its second', () => {
  expect(lateFrom(dueAt + 500, 'within')).toBe(dueAt + 1_000)
})

it('before excludes the instant itself', () => {
  expect(isLate(dueAt - 1, dueAt, 'before')).toBe(false)
  expect(isLate(dueAt, dueAt, 'before')).toBe(true)
})

it('the seconds people read decide alike, whatever the milliseconds', () => {
  const ms = fc.integer({ min: 0, max: 999 })
  fc.assert(
    fc.property(ms, ms, fc.integer({ min: -3, max: 3 }), (dueMs, actMs, seconds) => {
      expect(isLate(dueAt + seconds * 1_000 + actMs, dueAt + dueMs, 'within')).toBe(seconds > 0)
    }),
  )
})
