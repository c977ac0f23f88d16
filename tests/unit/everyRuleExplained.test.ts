import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { explain } from '../../rules/consequence/explain.ts'

const root = join(import.meta.dirname, '../..')

/** Every rule that some entry of the ledger is made by: `rule: '…'` in its arithmetic. */
function rulesNamed(): string[] {
  const sources = ['db', 'rules'].flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .map((path) => readFileSync(join(root, room, path), 'utf8')),
  )
  return [...new Set(sources.flatMap((text) => [...text.matchAll(/\brule: '([\w.]+)'/g)].map(([, rule]) => rule!)))]
}

it('there is a sentence in both languages for every rule that makes an entry', () => {
  const named = rulesNamed()
  expect(named.length).toBeGreaterThan(20)
  const cited = { kind: 'fine', clause: 'S0-A-7.1', policy: 'S0A', policyVersion: 1, amountFen: 0 }
  const silent = named.filter((rule) => {
    const { zh, en } = explain({ ...cited, arithmetic: { rule, form: 'monthlyReport' } }).because
    return !zh || !en
  })
  expect(silent).toEqual([])
})
