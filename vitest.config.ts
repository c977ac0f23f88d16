import { defineConfig } from 'vitest/config'
import { LongestFirst } from './tests/support/longestFirst.ts'

export default defineConfig({
  test: {
    // The native core of Temporal's SDK crashes under threads.
    pool: 'forks',
    // Two cores; but many a file mostly waits, for a server to come up or a clock to run out.
    maxWorkers: 3,
    // Files share their process one after the other: they keep no state in modules, and loading them anew costs more than running.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties are tried some hundreds of times; beside other work that takes its time.
          testTimeout: 20_000,
          include: ['{rules,db,activities,workflows,api,web,scripts}/**/*.test.ts', 'tests/unit/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          // One Postgres and one Temporal per run; each test file has a database and a namespace of its own.
          name: 'integration',
          include: ['tests/{integration,pages,workflow,replay}/**/*.test.ts'],
          globalSetup: ['tests/support/servers.ts', 'tests/support/builds.ts'],
          setupFiles: ['tests/support/quiet.ts'],
          // A browser beside everything else on two cores takes its time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000, interval: 20 } },
        },
      },
    ],
  },
})
