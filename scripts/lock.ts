import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { namedBy } from './processes.ts'
import { Stop } from './say.ts'

/** What one command tells the others about the system it runs. */
export interface Running {
  databaseUrl: string
  temporalAddress: string
  temporalNamespace: string
  apiUrl: string
}

const lockFile = (data: string) => join(data, 'start.pid')
const runningFile = (data: string) => join(data, 'running.json')
/** Every command's line holds this, which tells it from a stranger that was given the same process id. */
const MARK = 'scripts/'

/**
 * Takes the data folder for this process, so that two can't run its servers at once.
 * @returns how to give it back, and whether the last owner was killed before it could
 * @throws Stop where another process of ours holds it
 */
export function takeFolder(data: string): { release(): void; lastWasKilled: boolean } {
  mkdirSync(data, { recursive: true })
  const owner = namedBy(lockFile(data), MARK)
  if (owner && owner !== process.pid)
    throw new Stop(
      `${data} 正由另一个进程使用（${owner}）：先停下它（Ctrl-C）`,
      `This folder is in use by process ${owner}: stop that one first (Ctrl-C)`,
    )
  let lastWasKilled = false
  try {
    writeFileSync(lockFile(data), `${process.pid}\n`, { flag: 'wx' })
  } catch {
    lastWasKilled = true
    writeFileSync(lockFile(data), `${process.pid}\n`)
  }
  const release = () => {
    rmSync(runningFile(data), { force: true })
    rmSync(lockFile(data), { force: true })
  }
  return { release, lastWasKilled }
}

/** Writes down how to reach the running system, readable by this user only: the connection string holds a password. */
export function tellRunning(data: string, running: Running): void {
  rmSync(runningFile(data), { force: true })
  writeFileSync(runningFile(data), JSON.stringify(running), { mode: 0o600 })
}

/** How to reach the system that `npm start` runs in this folder; undefined where none runs. */
export function readRunning(data: string): Running | undefined {
  if (!namedBy(lockFile(data), MARK)) return undefined
  try {
    return JSON.parse(readFileSync(runningFile(data), 'utf8')) as Running
  } catch {
    return undefined
  }
}
