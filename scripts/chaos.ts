import { spawn } from 'node:child_process'
import { command } from './say.ts'
import { ROOT } from './settings.ts'

/** `npm run chaos`: fifty seeded rounds of killed programs, and Temporal away for a minute. The tests run five and ten seconds. */
await command(
  () =>
    new Promise((resolve) => {
      const tests = ['tests/integration/chaos.test.ts', 'tests/integration/temporalAway.test.ts']
      const child = spawn(
        process.execPath,
        ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', ...tests],
        {
          cwd: ROOT,
          stdio: 'inherit',
          env: { ...process.env, SHOUYUE_CHAOS_ROUNDS: process.argv[2] ?? '50', SHOUYUE_CHAOS_AWAY_SECONDS: '60' },
        },
      )
      child.once('exit', (code) => {
        process.exitCode = code ?? 1
        resolve()
      })
    }),
)
