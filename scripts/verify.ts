import { runChecks } from './checks.ts'
import { command } from './say.ts'

/** `npm run verify`: everything that can be said about the sources without running them, in seconds and without a database. */
await command(async () => {
  const { passed, failed } = await runChecks()
  console.log(`${passed} passed, ${failed} failed`)
  if (failed) process.exitCode = 1
})
