import { expect, it } from 'vitest'
import { parseInstant } from '../time/local.ts'
import { signedMoney, withChange } from './change.ts'

const reason = { zh: '不再成立。', en: 'It no longer follows.' }
const at = (time: string) => parseInstant(`2026-03-10T${time}+08:00`)

it('a reason says what became known since, and what is entered instead', () => {
  const changedAt = [at('10:00:00'), at('11:30:00')]
  const instead = [
    { clause: 'S0-A-7.5a', amountFen: -10_000 },
    { clause: 'S0-A-7.6', amountFen: 0 },
  ]
  expect(withChange(reason, { changedAt, instead })).toEqual({
    zh: '不再成立。其后得知的事实发生于 2026-03-10 10:00:00、2026-03-10 11:30:00。改记：−¥100.00 S0-A-7.5a、S0-A-7.6。',
    en: 'It no longer follows. What became known since happened at 2026-03-10 10:00:00, 2026-03-10 11:30:00. Entered instead: −¥100.00 S0-A-7.5a, S0-A-7.6.',
  })
  expect(withChange(reason, { changedAt: [], instead: [] })).toEqual(reason)
  expect(withChange(reason, {})).toEqual(reason)
})

it.each([
  [-1, '−¥0.01'],
  [0, '+¥0.00'],
  [10_000, '+¥100.00'],
])('%i fen read with their sign', (fen, text) => expect(signedMoney(fen)).toBe(text))
