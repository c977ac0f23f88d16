import { defineConfig } from 'vitest/config'

/** What talks to servers shares one Postgres and one Temporal per run; each test file has a database and a namespace of its own. */
const onServers = {
  globalSetup: ['tests/support/servers.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  setupFiles: ['tests/support/quiet.ts'],
}

export default defineConfig({
  test: {
    // The native core of Temporal's SDK crashes under threads.
    pool: 'forks',
    // Two cores; but many a file mostly waits, for a server to come up or a clock to run out.
    maxWorkers: 3,
    // Files share their process one after the other: they keep no state in modules, and loading them anew costs more than running.
    isolate: false,
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
      { extends: true, test: { name: 'workflow', include: ['tests/{workflow,replay}/**/*.test.ts'], ...onServers } },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['tests/pages/**/*.test.ts'],
          ...onServers,
          // A browser beside everything else on two cores takes its time.
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000, interval: 20 } },
          globalSetup: [...onServers.globalSetup, 'tests/support/pages.ts'],
        },
      },
      { extends: true, test: { name: 'integration', include: ['tests/integration/**/*.test.ts'], ...onServers } },
    ],
  },
})
