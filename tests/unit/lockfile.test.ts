import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from '../../scripts/settings.ts'

interface Entry {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}
const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Entry> }

// npm leaves out, without a word, what its registry didn't have; `npm ci` then fails on every fresh clone.
it('locks the packages of every platform', () => {
  const names = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)))
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(missing).toEqual([])
})

it('names no registry, so that each machine installs from its own', () => {
  const packages = Object.values(lock.packages)
  expect(packages.length).toBeGreaterThan(100)
  expect(packages.filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([])
})
