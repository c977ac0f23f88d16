import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { freePort, portIsFree } from '../../scripts/ports.ts'
import { isAlive } from '../../scripts/processes.ts'
import { ROOT } from '../../scripts/settings.ts'

const folder = mkdtempSync(join(tmpdir(), 'shouyue-start-'))
chmodSync(folder, 0o711)
const data = join(folder, 'data')
const ports = {
  PORT: await freePort(),
  SHOUYUE_POSTGRES_PORT: await freePort(),
  SHOUYUE_TEMPORAL_PORT: await freePort(),
}
const PROGRAMS = ['api', 'worker', 'temporal', 'postgres/postmaster']
const running: ChildProcess[] = []

afterAll(async () => {
  for (const child of running) if (child.exitCode === null && child.signalCode === null) await ended(child, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** `npm start` in a data folder and on ports of its own. */
function start(env: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['scripts/bootstrap.mjs', 'scripts/start.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
      SHOUYUE_DATA: data,
      DATABASE_URL: '',
      TEMPORAL_ADDRESS: '',
      ...env,
    },
  })
  running.push(child)
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  const until = async (text: string) => {
    for (const end = Date.now() + 60_000; !printed.includes(text); await sleep(50))
      if (Date.now() > end || child.exitCode !== null) throw new Error(`no "${text}" in:\n${printed}`)
  }
  return { child, until, printed: () => printed }
}

/** Sends the signal where one is given, and waits for the end. @returns exit code */
async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  const end = new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (signal) child.kill(signal)
  return end
}

const pids = () => PROGRAMS.map((name) => parseInt(readFileSync(join(data, `${name}.pid`), 'utf8')))
const READY = 'Ctrl-C stops everything'

it('starts, refuses a second one, stops cleanly; recovers from kill -9 with its data', async () => {
  const first = start()
  await first.until(READY)
  expect(first.printed()).toContain('first sign-in')
  const health = await fetch(`http://127.0.0.1:${ports.PORT}/healthz`)
  expect(await health.json()).toMatchObject({ database: true, temporal: true, worker: true })

  const second = start()
  expect(await ended(second.child)).toBe(1)
  expect(second.printed()).toContain(`in use by process ${first.child.pid}`)

  const stopped = pids()
  expect(await ended(first.child, 'SIGINT')).toBe(0)
  expect(stopped.filter(isAlive)).toEqual([])

  const third = start()
  await third.until(READY)
  expect(third.printed()).not.toContain('first sign-in')
  const orphans = pids()
  await ended(third.child, 'SIGKILL')

  const fourth = start()
  await fourth.until(READY)
  expect(orphans.filter(isAlive)).toEqual([])
  expect(fourth.printed()).toContain('armed from the database')
  const [, worker] = pids()
  process.kill(worker!, 'SIGKILL')
  await fourth.until('worker died')
  expect(await ended(fourth.child, 'SIGTERM')).toBe(0)
  expect(await portIsFree(ports.SHOUYUE_POSTGRES_PORT)).toBe(true)
}, 120_000)

it.each([
  ['a taken port', 'SHOUYUE_POSTGRES_PORT', async () => ({}), 'set SHOUYUE_POSTGRES_PORT'],
  ['a database that is away', '', async () => ({ DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }), 'check DATABASE_URL'],
])(
  'says in one line what to do about %s',
  async (_what, taken, env, advice) => {
    const blocker = createServer()
    if (taken) await new Promise<void>((resolve) => blocker.listen(ports.SHOUYUE_POSTGRES_PORT, '127.0.0.1', resolve))
    const failed = start(await env())
    expect(await ended(failed.child)).toBe(1)
    if (taken) await new Promise((resolve) => blocker.close(resolve))
    const errors = failed
      .printed()
      .split('\n')
      .filter((line) => line.includes(advice))
    expect(errors).toHaveLength(1)
    expect(failed.printed()).not.toContain('    at ')
  },
  60_000,
)
