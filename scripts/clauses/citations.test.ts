import { describe, expect, it } from 'vitest'
import { allClauses } from '../../rules/clauses/index.ts'
import { citedIn, clauseFields, provenIn, withoutRemarks } from './citations.ts'

describe('citedIn', () => {
  it('reads every real id out of a sentence, a bracket and a string', () => {
    for (const { id } of allClauses()) {
      expect([citedIn(`as (${id}).`), citedIn(`'${id}'`), citedIn(`${id}–x`), citedIn(`See ${id}, or`)]).toEqual(
        Array(4).fill([id]),
      )
    }
  })

  it('keeps an unknown id whole, so that it can be reported', () => {
    expect(citedIn("clause: 'S2-3.1.1z' and S4-N-9.9(1)a-d")).toEqual(['S2-3.1.1z', 'S4-N-9.9(1)a-d'])
  })

  it('passes over policies, files and other words', () => {
    expect(citedIn("id: 'S4-N', './S0-A.ts', S3-compatible, XS2-1.1, S4-N.notice12")).toEqual([])
  })
})

it('withoutRemarks leaves code, docstrings and addresses', () => {
  const source = "/** Owed by S2-1.5.6. */\n// not by S1-1.1\nconst a = 'http://x' // nor S1-1.2"
  expect(withoutRemarks(source)).toBe("/** Owed by S2-1.5.6. */\n\nconst a = 'http://x' ")
})

it('clauseFields finds what a parameter cites, an id or not', () => {
  expect(clauseFields("{ clause: 'S2-1.5.6' }, { clause: null }, { clause: `2.3` }")).toEqual(['S2-1.5.6', '2.3'])
})

describe('provenIn', () => {
  it('reads names of tests and groups, of rows, templates and sums', () => {
    const source = `
      describe('calls [S2-1.5.6]', () => {
        it(\`within \${n} min [S2-3.1.1c, S2-3.1.4(2)b]\`, () => {})
        it.each([['[S1-1.1]']])('%s [S0-A-7.1]', () => {})
        test.each\`a\${1}\`('row [S0-A-7.2b][S0-A-7.2c]', () => {})
        property('always ' + '[S3-4.2(1)]', () => {})
      })`
    expect(provenIn(source)).toEqual([
      'S2-1.5.6',
      'S2-3.1.1c',
      'S2-3.1.4(2)b',
      'S0-A-7.1',
      'S0-A-7.2b',
      'S0-A-7.2c',
      'S3-4.2(1)',
    ])
  })

  it('takes nothing from a skipped test, a comment or another call', () => {
    const source = `
      // it('was [S2-1.5.6]')
      it.skip('a [S2-1.5.6]', () => {})
      describe.skip('b', () => { it('c [S2-1.5.6]', () => {}) })
      it.todo('d [S2-1.5.6]')
      seed('e [S2-1.5.6]')`
    expect(provenIn(source)).toEqual([])
  })
})
