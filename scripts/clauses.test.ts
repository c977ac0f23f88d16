import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scanClauses } from './clauses.ts'

let base: string
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(base, path)), { recursive: true })
  writeFileSync(join(base, path), text)
}
const lineOf = (id: string) =>
  scanClauses(base)
    .markdown.split('\n')
    .find((line) => line.startsWith(`| ${id} `) || line.startsWith(`| ${id}<`))
const update = () => put('docs/clauses.md', scanClauses(base).markdown)

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'clauses-'))
})
afterEach(() => rmSync(base, { recursive: true }))

describe('scanClauses', () => {
  it('links the rule and the test of a clause, and counts them', () => {
    put('rules/call/due.ts', "export const due = { clause: 'S2-1.5.6' }")
    put('rules/call/owed.ts', '/** Owed under S2-1.5.6. */')
    put('tests/integration/call.test.ts', "it('rings back [S2-1.5.6]', () => {})")
    expect(lineOf('S2-1.5.6')).toMatch(
      '| full | [rules/call/due.ts](../rules/call/due.ts)<br>[rules/call/owed.ts](../rules/call/owed.ts) ' +
        '| [tests/integration/call.test.ts](../tests/integration/call.test.ts) |',
    )
    expect(lineOf('合计')).toBe('| 合计 / total | 983 | 478 | 256 | 249 | 1 | 1 |')
  })

  it('does not take a remark, a test or another room for a rule', () => {
    put('rules/call/due.ts', '// unlike S2-1.5.6')
    put('rules/call/due.test.ts', "expect(due('S2-1.5.6'))")
    put('db/call/miss.ts', "const clause = 'S2-1.5.6'")
    expect(lineOf('S2-1.5.6')).toMatch(/\| 尚未 \/ not yet \| 尚未 \/ not yet \|$/)
  })

  it('says of a clause of text that it is published, and of a reprint what it repeats', () => {
    expect(lineOf('S0-B-1.1')).toMatch(/\| text \| 只公布 \/ text only \| 只公布 \/ text only \|$/)
    expect(lineOf('S4-S-3.2')).toContain('= S4-N-3.2')
  })

  it('is content with a page that is up to date, and says so when it no longer is', () => {
    update()
    expect(scanClauses(base).problems).toEqual([])
    put('rules/call/due.ts', "const clause = 'S2-1.5.6'")
    expect(scanClauses(base).problems).toEqual(['docs/clauses.md is out of date: run `npm run clauses`'])
  })

  it('reports every citation that leads nowhere: in a rule, another room, a parameter, a test name', () => {
    put('rules/call/due.ts', '// see S2-1.5.66')
    put('api/call.ts', "'S2-3.1.1z'")
    put('rules/call/parameters.ts', "{ clause: '1.5.6' }")
    put('db/call/a.test.ts', "it('x [S9-1.1]', () => {}); expect('S2-9.9.9')")
    update()
    expect(scanClauses(base).problems).toEqual([
      'api/call.ts cites S2-3.1.1z, which no rulebook has',
      'db/call/a.test.ts cites S9-1.1, which no rulebook has',
      'rules/call/due.ts cites S2-1.5.66, which no rulebook has',
      'rules/call/parameters.ts cites 1.5.6, which no rulebook has',
    ])
  })
})
