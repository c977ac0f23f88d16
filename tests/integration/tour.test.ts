import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { firstRun } from '../../db/firstRun.ts'
import { seedPolicies } from '../../db/policy/terms.ts'
import { testSystem } from '../support/system.ts'

const { db, origin } = await testSystem()
const readme = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const tourOf = (text: string) => /<!-- tour -->\n```sh\n([\s\S]*?)```\n<!-- \/tour -->/.exec(text)?.[1] ?? ''

describe('the tour of the README', () => {
  it('is the same in both languages', () => {
    expect(tourOf(readme('README.md'))).not.toBe('')
    expect(tourOf(readme('README.zh-CN.md'))).toBe(tourOf(readme('README.md')))
  })

  it('ends in an escalation, typed as it stands', async () => {
    await seedPolicies(db)
    await seedYears(db, Date.now())
    const [line] = await firstRun(db, Date.now())
    const password = line!.trim().split(/\s+/).at(-1)!
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', tourOf(readme('README.md'))], {
      env: { ...process.env, ORIGIN: origin, PASSWORD: password },
    })
    const lines = stdout.trim().split('\n')
    expect(lines.at(-1)).toMatch(/superior → superior, told: 1$/)
  }, 60_000)
})
