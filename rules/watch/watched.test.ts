import { describe, expect, it } from 'vitest'
import { DAY, HOUR } from '../instant.ts'
import { policies } from '../policy/index.ts'
import { amountText, watchLabels, watchReadings } from './watched.ts'

const watched = policies.flatMap(({ parameters }) =>
  Object.entries(parameters).filter(([key]) => key.startsWith('watch.')),
)

describe('what is watched', () => {
  it('is called something wherever a clause states its number', () => {
    const numbers = watched.filter(([, { clause }]) => clause !== null).map(([key]) => key)
    expect([...new Set(numbers)].sort()).toEqual(Object.keys(watchLabels).sort())
  })

  it('says each of its readings in words', () => {
    const spoken = new Set(Object.keys(watchReadings).map((name) => name.split('.')[0]))
    const named = watched.flatMap(([key, { choices = [] }]) => {
      const setting = key.slice('watch.'.length)
      return spoken.has(setting) ? choices.map((choice) => `${setting}.${choice}`) : []
    })
    expect(named.sort()).toEqual(Object.keys(watchReadings).sort())
  })

  it('reads to a tenth that is not rounded up, a percentage to a hundredth', () => {
    expect(amountText('hours', 8 * HOUR - 1).en).toBe('7.9 h')
    expect([amountText('days', 31 * DAY).zh, amountText('percent', 2.559).en]).toEqual(['31 天', '2.55%'])
    expect([2.55, 1.15, 100 / 3].map((share) => amountText('percent', share).zh)).toEqual(['2.55%', '1.15%', '33.33%'])
    expect([amountText('count', 1).en, amountText('count', null).en]).toEqual(['1', ''])
  })
})
