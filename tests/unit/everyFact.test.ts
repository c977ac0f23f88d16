import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { factLabels } from '../../web/texts/facts.ts'

const db = fileURLToPath(new URL('../../db/', import.meta.url))
const sources = readdirSync(db, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => readFileSync(db + name, 'utf8'))

/** Facts as the verbs write them: one kind, or one of two, beside when it happened or the promise that it keeps. */
const WRITTEN = [
  /kind: '(\w+)'(?:, knownAt[^,]*)?, occurredAt/g,
  /kind: [^,{}\n]*\? '(\w+)' : '(\w+)', occurredAt/g,
  /promise: '\w+', kind: '(\w+)'/g,
  /const kind = granted \? '(\w+)' : '(\w+)'\n/g,
  /type NotTaken = '(\w+)' \| '(\w+)' \| '(\w+)'/g,
]

it('every fact that the verbs write has words in the timeline, in both languages', () => {
  const kinds = sources.flatMap((text) =>
    WRITTEN.flatMap((form) => [...text.matchAll(form)].flatMap(([, ...of]) => of)),
  )
  expect(new Set(kinds).size).toBeGreaterThan(80)
  expect(kinds.filter((kind) => !factLabels[kind])).toEqual([])
})
