import { describe, expect, it } from 'vitest'
import { normaliseNumber } from './phoneNumber.ts'

describe('a telephone number has one spelling', () => {
  it.each([
    ['138 0000 0001', '+8613800000001'],
    ['+86 138-0000-0001', '+8613800000001'],
    ['0086 13800000001', '+8613800000001'],
    ['8613800000001', '+8613800000001'],
    ['013800000001', '+8613800000001'],
    ['１３８００００００１', null],
    ['１３８００００００１１', '+8613800000011'],
    ['0531-8888 1234', '+8653188881234'],
    ['(010) 6666 7777', '+861066667777'],
    ['0531-88881234转801', '+8653188881234'],
    ['+8605318888123', '+865318888123'],
    ['400-123-4567', '+864001234567'],
    ['95598', '+8695598'],
    ['+1 (212) 555-0100', '+12125550100'],
  ])('%s → %s', (written, number) => expect(normaliseNumber(written)).toBe(number))

  it.each(['', 'anonymous', 'unknown', '88881234', '+0123456789', '138000000012'])(
    '%j cannot be called back',
    (written) => expect(normaliseNumber(written)).toBeNull(),
  )
})
