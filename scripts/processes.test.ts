import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { takeFolder, readRunning, tellRunning } from './lock.ts'
import { endLeftover, endProcess, isAlive, namedBy } from './processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'shouyue-processes-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A process that ignores SIGTERM and whose command line holds `mark`. */
async function stubborn(mark: string): Promise<number> {
  const child = spawn(process.execPath, [
    '-e',
    `process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1e3)`,
    mark,
  ])
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return child.pid!
}

it('insists on the end of a process that does not listen', async () => {
  const pid = await stubborn('a')
  expect(isAlive(pid)).toBe(true)
  await endProcess(pid, 'SIGTERM', 100)
  expect(isAlive(pid)).toBe(false)
})

it('takes a pid file at its word only if the command line agrees', async () => {
  const pid = await stubborn('some-mark')
  const file = join(folder, 'a.pid')
  writeFileSync(file, `${pid}\n`)
  expect(namedBy(file, 'some-mark')).toBe(pid)
  expect(namedBy(file, 'another-mark')).toBeUndefined()
  await endLeftover(file, 'another-mark')
  expect(isAlive(pid)).toBe(true)
  await endProcess(pid, 'SIGKILL')
  expect(namedBy(file, 'some-mark')).toBeUndefined()
})

it('lets one process at a time run the servers of a folder, and tells when the last was killed', async () => {
  const data = join(folder, 'data')
  const first = takeFolder(data)
  expect(first.lastWasKilled).toBe(false)
  const system = {
    databaseUrl: 'postgres://x',
    temporalAddress: 'a:1',
    temporalNamespace: 'default',
    apiUrl: 'http://a',
  }
  tellRunning(data, system)
  first.release()
  expect(readRunning(data)).toBeUndefined()

  const owner = await stubborn('scripts/start.ts')
  writeFileSync(join(data, 'start.pid'), `${owner}\n`)
  tellRunning(data, system)
  expect(readRunning(data)).toEqual(system)
  expect(() => takeFolder(data)).toThrow(String(owner))

  await endProcess(owner, 'SIGKILL')
  expect(readRunning(data)).toBeUndefined()
  expect(takeFolder(data).lastWasKilled).toBe(true)
})
