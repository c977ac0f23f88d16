import { describe, expect, it } from 'vitest'
import { policies } from '../policy/index.ts'
import { PARTS, partsOf, reachOf } from './reach.ts'

const keys = [...new Set(policies.flatMap(({ parameters }) => Object.keys(parameters)))]

describe('how far a backtest goes', () => {
  it('is said of every parameter of every rulebook: computed anew, or why not', () => {
    for (const key of keys) {
      const { parts, unsaid } = reachOf(key)
      expect(parts.length > 0 || unsaid !== undefined, key).toBe(true)
    }
    expect(() => reachOf('window')).toThrow('no backtest')
    expect(new Set(keys.flatMap((key) => reachOf(key).parts))).toEqual(new Set(PARTS))
  })

  it('is no further than asked, and everything where nothing is changed', () => {
    expect(partsOf(['conduct.late'])).toEqual(['records'])
    expect(partsOf(['window.span', 'serviceTask.poor'])).toEqual(['ratings', 'windows'])
    expect(partsOf(['pay.gradeOne', 'pay.tierOne'])).toEqual(['pay', 'bonus'])
    expect(partsOf(['pay.helperMost'])).toEqual([])
    expect(partsOf([])).toEqual(PARTS.filter((part) => part !== 'pay' && part !== 'bonus'))
  })
})
