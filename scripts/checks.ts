import { spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { ROOT } from './settings.ts'

interface Outcome {
  ok: boolean
  /** what it printed, both streams in order */
  output: string
}

/** A check of the sources that needs no database. */
interface Check {
  zh: string
  en: string
  run(): Promise<Outcome>
}

/** Runs one of the installed programs. Nothing can answer a question it might ask: that counts as a failure. */
function program(name: string, ...args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(join(ROOT, 'node_modules/.bin', name), args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 180_000,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.once('error', (error) => resolve({ ok: false, output: String(error) }))
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}

/** Checks the types of a project with the native compiler, seven times as fast as the one in the name of `typescript`. */
const typesOf = (project: string) => program('../typescript-native/bin/tsc', '--noEmit', '-p', project)

/** Does the schema in the sources agree with the migrations? Generates into a copy; a new file there is a migration that is missing. */
async function migrationsAreComplete(): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'shouyue-migrations-'))
  try {
    await cp(join(ROOT, 'db/migrations'), folder, { recursive: true })
    const before = await readdir(folder)
    // drizzle-kit takes the folder relative to where it runs
    const out = relative(ROOT, folder)
    const { ok, output } = await program(
      'drizzle-kit',
      'generate',
      '--dialect=postgresql',
      '--schema=./db/schema/*.ts',
      `--out=${out}`,
    )
    const added = (await readdir(folder)).filter((name) => !before.includes(name))
    // It ends with 0 also where it would have liked to ask about a rename.
    if (ok && added.length === 0 && output.includes('No schema changes')) return { ok, output }
    return {
      ok: false,
      output: '表结构改了，缺迁移：运行 npm run db:generate · the schema changed: run npm run db:generate',
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Are the types that the pages have of the API those of its routes? */
async function typesOfApiAreCurrent(): Promise<Outcome> {
  const { apiTypesAreCurrent } = await import('./apiTypes.ts')
  if (await apiTypesAreCurrent()) return { ok: true, output: '' }
  return {
    ok: false,
    output: '接口改了，缺页面用的类型：运行 npm run web:types · the API changed: run npm run web:types',
  }
}

const checks: Check[] = [
  { zh: '类型', en: 'types', run: () => typesOf('.') },
  { zh: '页面的类型与译文', en: 'types and translations of the pages', run: () => typesOf('web') },
  {
    zh: '代码规范与分层',
    en: 'lint and room boundaries',
    run: () => program('oxlint', '.'),
  },
  { zh: '无人使用的代码与依赖', en: 'code and packages nobody uses', run: () => program('knip', '--no-progress') },
  { zh: '排版', en: 'formatting', run: () => program('oxfmt', '--check') },
  { zh: '条款', en: 'clauses', run: () => program('tsx', 'scripts/clauses.ts', '--check') },
  { zh: '接口类型', en: 'types of the API', run: typesOfApiAreCurrent },
  { zh: '数据库迁移', en: 'migrations', run: migrationsAreComplete },
]

/** Runs all checks, as many at once as there are cores, with a line for each. @returns how many held and how many did not */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  let passed = 0
  const waiting = [...checks]
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const began = performance.now()
      const { ok, output } = await check.run()
      if (ok) passed++
      console.log(`${ok ? '✓' : '✗'} ${check.zh} · ${check.en}  ${((performance.now() - began) / 1000).toFixed(1)} s`)
      if (!ok) console.log(output.trim())
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), checks.length) }, lane))
  return { passed, failed: checks.length - passed }
}
