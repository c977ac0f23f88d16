import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Is there a running process of this id, of whatever program? One that ended and that nobody collected (a zombie) isn't. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  try {
    // "pid (name) state …"; the name may hold brackets itself
    return !/\) Z [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return !existsSync('/proc/self/stat')
  }
}

/** Asks the process to end, insists with SIGKILL after `patienceMs`, and returns when it is gone. */
export async function endProcess(pid: number, signal: NodeJS.Signals = 'SIGTERM', patienceMs = 10_000): Promise<void> {
  const kill = (how: NodeJS.Signals) => {
    try {
      process.kill(pid, how)
    } catch {
      // already gone, which is what is wanted
    }
  }
  kill(signal)
  const end = performance.now() + patienceMs
  while (isAlive(pid)) {
    if (performance.now() > end) kill('SIGKILL')
    await sleep(25)
  }
}

/** The command line of a process, as far as the system tells; empty where it doesn't. */
function commandLineOf(pid: number): string {
  const file = `/proc/${pid}/cmdline`
  if (existsSync(file)) return readFileSync(file, 'utf8').replaceAll('\0', ' ')
  return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' }).stdout ?? ''
}

/**
 * The process a pid file names, if it still runs and its command line holds `mark` (ids are given out again, so the number alone proves nothing).
 * @returns its id, else undefined
 */
export function namedBy(pidFile: string, mark: string): number | undefined {
  if (!existsSync(pidFile)) return undefined
  const pid = Number(readFileSync(pidFile, 'utf8'))
  return pid > 0 && isAlive(pid) && commandLineOf(pid).includes(mark) ? pid : undefined
}

/** Ends the process that a pid file still names after its parent was killed, if there is one. */
export async function endLeftover(pidFile: string, mark: string): Promise<void> {
  const pid = namedBy(pidFile, mark)
  if (pid) await endProcess(pid)
}

/**
 * Runs a shell line once this process is gone, however it went (`kill -9` too): a shell waits for the end of a pipe that only we hold.
 * @param script the line; `$1`… are `args` @returns a function that calls it off
 */
export function afterDeath(script: string, args: string[]): () => void {
  const watcher = spawn('sh', ['-c', `read called_off && exit 0; ${script}`, 'sh', ...args], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.unref()
  const { stdin } = watcher
  ;(stdin as unknown as { unref(): void }).unref()
  return () => void stdin.end('off\n')
}
