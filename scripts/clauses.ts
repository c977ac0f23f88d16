/**
 * `npm run clauses` writes docs/clauses.md: each clause with its rule and its test. With `--check` it writes nothing and
 * exits 1 where the page is out of date or something cites a clause that no rulebook has.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { allClauses, isClauseId } from '../rules/clauses/index.ts'
import { citedIn, clauseFields, provenIn, withoutRemarks } from './clauses/citations.ts'
import { page } from './clauses/page.ts'

const root = join(import.meta.dirname, '..')
const pagePath = 'docs/clauses.md'
const rooms = ['rules', 'db', 'activities', 'workflows', 'api', 'web', 'scripts', 'tests', 'bench']
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

/** The TypeScript files of the rooms under `base`, as sorted paths with forward slashes. */
function sources(base: string): string[] {
  return rooms
    .filter((room) => existsSync(join(base, room)))
    .flatMap((room) => readdirSync(join(base, room), { recursive: true, encoding: 'utf8' }).map((p) => join(room, p)))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules/') && !path.startsWith('rules/clauses/'))
    .sort()
}

/** What each clause has, and what is wrong. */
export interface ClauseScan {
  /** The page as it should stand in docs/clauses.md. */
  markdown: string
  /** One line for each citation of an unknown clause, and one if the page on disk is out of date. Empty: all is well. */
  problems: string[]
}

/** Reads the project under `base` (this one by default) and says which file implements and which proves each clause. */
export function scanClauses(base: string = root): ClauseScan {
  const rules = new Map<string, string[]>()
  const tests = new Map<string, string[]>()
  const problems: string[] = []
  const note = (map: Map<string, string[]>, id: string, path: string) => map.set(id, [...(map.get(id) ?? []), path])

  for (const path of sources(base)) {
    const source = readFileSync(join(base, path), 'utf8')
    const test = isTest(path)
    const rule = !test && path.startsWith('rules/')
    const proven = test ? provenIn(source) : []
    // Tests and their support may speak of clauses that don't exist; only what a test claims to prove must.
    const cited = test || path.startsWith('tests/') ? [] : citedIn(source)
    for (const id of new Set([...proven, ...cited, ...(rule ? clauseFields(source) : [])]))
      if (!isClauseId(id)) problems.push(`${path} cites ${id}, which no rulebook has`)
    for (const id of proven) note(tests, id, path)
    for (const id of rule ? citedIn(withoutRemarks(source)) : []) note(rules, id, path)
  }

  const markdown = page(
    allClauses().map((clause) => ({ clause, rules: rules.get(clause.id) ?? [], tests: tests.get(clause.id) ?? [] })),
  )
  const onDisk = existsSync(join(base, pagePath)) ? readFileSync(join(base, pagePath), 'utf8') : ''
  if (onDisk !== markdown) problems.push(`${pagePath} is out of date: run \`npm run clauses\``)
  return { markdown, problems }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (!process.argv.includes('--check')) {
    mkdirSync(join(root, dirname(pagePath)), { recursive: true })
    writeFileSync(join(root, pagePath), scanClauses().markdown)
  }
  const { problems } = scanClauses()
  for (const problem of problems) console.error(problem)
  if (problems.length > 0) process.exitCode = 1
}
