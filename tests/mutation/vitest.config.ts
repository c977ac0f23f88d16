import { defineConfig } from 'vitest/config'

/** The unit tests of the rules, which Stryker runs against each mutant; the other projects need servers. */
export default defineConfig({
  test: { include: ['rules/**/*.test.ts'], isolate: false, pool: 'threads', testTimeout: 60_000 },
})
