import { expect, it } from 'vitest'
import { fits } from './findable.ts'

const one = { value: '1', label: '张三', sounds: 'zs zhangsan' }

it.each([
  ['张', true],
  ['ZS', true],
  ['zhangs', true],
  [' zs ', true],
  ['', true],
  ['ls', false],
] as const)('somebody is found by %s: %s', (typed, found) => expect(fits(typed, one)).toBe(found))

it('what has no sound is found by its name alone', () => {
  expect(fits('a1', { value: '1', label: 'A1 区' })).toBe(true)
  expect(fits('undefined', { value: '1', label: 'A1 区' })).toBe(false)
})
