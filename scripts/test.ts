import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './checks.ts'
import { command } from './say.ts'
import { ROOT } from './settings.ts'

interface Report {
  numPassedTests: number
  numFailedTests: number
}

/** Runs vitest on all projects (or what `args` choose) and counts. A run that fails without a failing test counts as one failure. */
async function runTests(args: string[]): Promise<{ passed: number; failed: number }> {
  const reportFile = join(tmpdir(), `shouyue-report-${process.pid}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const vitest = spawn(join(ROOT, 'node_modules/.bin/vitest'), ['run', ...reporters, ...args], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  // A Ctrl-C reaches vitest too: it ends its servers, and we wait for it.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => vitest.kill('SIGTERM'))
  const code = await new Promise<number | null>((resolve) => vitest.once('close', resolve))
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, 'utf8')) as Report) : undefined
  rmSync(reportFile, { force: true })
  const failed = report?.numFailedTests ?? 0
  return { passed: report?.numPassedTests ?? 0, failed: failed || (code === 0 ? 0 : 1) }
}

/** `npm test`: all that CI runs. With arguments only the tests they choose: `npm test -- tests/integration/backup.test.ts`. */
await command(async () => {
  const args = process.argv.slice(2)
  const checks = args.length ? { passed: 0, failed: 0 } : await runChecks()
  const tests = await runTests(args)
  const failed = checks.failed + tests.failed
  console.log(`${checks.passed + tests.passed} passed, ${failed} failed`)
  if (failed) process.exitCode = 1
})
