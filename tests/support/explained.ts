import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { cases, facts, obligations } from '../../db/schema/case.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { person } from '../../db/schema/person.ts'
import { policyVersions } from '../../db/schema/policy.ts'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import { explain } from '../../rules/consequence/explain.ts'

/**
 * Each row of a ledger explains itself in both languages, and everything it names is there: its evidence, case, promise
 * and person, the entry it is about, its clause and the version of its rulebook. Returns, sorted, what kinds of entries
 * there were and by which rules they came about, as `kind rule`. Entries that a test made up itself are left out.
 */
export async function everyEntryExplainsItself(db: Db): Promise<string[]> {
  const idsOf = async <T extends { id: string }>(rows: PromiseLike<T[]>) => new Set((await rows).map(({ id }) => id))
  const ledger = await db.select().from(consequences)
  const entries = new Set(ledger.map(({ id }) => id))
  const [known, promises, held, people] = [
    await idsOf(db.select({ id: facts.id }).from(facts)),
    await idsOf(db.select({ id: obligations.id }).from(obligations)),
    await idsOf(db.select({ id: cases.id }).from(cases)),
    await idsOf(db.select({ id: person.id }).from(person)),
  ]
  const versions = new Set(
    (await db.select().from(policyVersions)).map(({ policy, version }) => `${policy} ${version}`),
  )
  for (const entry of ledger.filter(({ key }) => !key.startsWith('test:'))) {
    const { title, basis, because } = explain(entry)
    for (const [part, text] of Object.entries({ title, basis, because }))
      for (const words of [text.zh, text.en]) {
        expect(words.trim(), `${part} of ${entry.key}`).not.toBe('')
        expect(words, `${part} of ${entry.key}`).not.toMatch(/undefined|null|NaN|Infinity|\[object|\{\w+\}/)
      }
    const missing = [
      ...entry.evidenceIds.filter((id) => !known.has(id)),
      ...(held.has(entry.caseId) ? [] : [entry.caseId]),
      ...(entry.aboutId === null || entries.has(entry.aboutId) ? [] : [entry.aboutId]),
      ...(entry.obligationId === null || promises.has(entry.obligationId) ? [] : [entry.obligationId]),
      ...[entry.personId, entry.byId].filter((id) => id !== null && !people.has(id)),
      ...(versions.has(`${entry.policy} ${entry.policyVersion}`) ? [] : [`${entry.policy} ${entry.policyVersion}`]),
    ]
    expect(missing, entry.key).toEqual([])
    const cited = isClauseId(entry.clause) ? clause(entry.clause).zh : entry.clause.startsWith('house:')
    expect(cited, entry.key).toBeTruthy()
  }
  return [...new Set(ledger.map(({ kind, arithmetic }) => `${kind} ${String(arithmetic.rule)}`))].sort()
}
