import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { endLeftover } from './processes.ts'
import { runs } from './programs.ts'
import { Stop, say } from './say.ts'
import { ROOT, type Settings } from './settings.ts'

/** How long a child may take to say that it is ready, in milliseconds. */
const PATIENCE_MS = 60_000
/** After a child ran this long, its next death begins the pauses anew, in milliseconds. */
const STABLE_MS = 60_000
const MAX_PAUSE_MS = 10_000

export interface Child {
  /** Ends it (SIGTERM, SIGKILL after 20 s) and returns when it is gone; it isn't started again. */
  stop(): Promise<void>
}

/**
 * Runs one of our programs as a process of its own and keeps it running: one that dies is started again, after a pause that
 * doubles from half a second to ten. The program says it is ready with `process.send('ready')`. Its output goes to `logs/<name>.log`.
 * It doesn't share our terminal, so that Ctrl-C reaches us alone and the order of the end is ours.
 * @throws Stop where it dies, or says nothing for a minute, before it was ever ready
 */
export async function keepRunning(
  { name, file }: { name: string; file: string },
  env: Record<string, string | undefined>,
  settings: Settings,
): Promise<Child> {
  const logFile = join(settings.logs, `${name}.log`)
  const pidFile = join(settings.data, `${name}.pid`)
  await endLeftover(pidFile, file)
  let stopping = false
  let current: ChildProcess

  const launch = () => {
    const log = openSync(logFile, 'a', 0o600)
    const child = spawn(process.execPath, runs(file), {
      cwd: ROOT,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log, 'ipc'],
    })
    closeSync(log)
    current = child
    writeFileSync(pidFile, `${child.pid}\n`)
    const gone = new Promise<string>((resolve) =>
      child.once('exit', (code, signal) => resolve(signal ?? `code ${code}`)),
    )
    const ready = new Promise<true>((resolve) => child.once('message', () => resolve(true)))
    return { gone, ready, began: performance.now() }
  }

  const watch = async (first: ReturnType<typeof launch>) => {
    let run = first
    let pauseMs = 500
    for (;;) {
      const how = await run.gone
      if (stopping) return
      if (performance.now() - run.began > STABLE_MS) pauseMs = 500
      say(
        `! ${name} 意外退出（${how}），${pauseMs / 1000} 秒后重启，日志 ${logFile}`,
        `${name} died, starting it again`,
      )
      await sleep(pauseMs)
      pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS)
      if (stopping) return
      run = launch()
    }
  }

  const first = launch()
  const outcome = await Promise.race([first.ready, first.gone, sleep(PATIENCE_MS, 'silent', { ref: false })])
  const stop = async () => {
    stopping = true
    const { pid } = current
    if (pid && current.exitCode === null && current.signalCode === null) {
      const gone = new Promise((resolve) => current.once('exit', resolve))
      current.kill('SIGTERM')
      const insist = setTimeout(() => current.kill('SIGKILL'), 20_000)
      await gone
      clearTimeout(insist)
    }
    rmSync(pidFile, { force: true })
  }
  if (outcome !== true) {
    await stop()
    const why = readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n')
    throw new Stop(
      `${name} 没有启动（${outcome}），日志 ${logFile}`,
      `${name} did not start, the end of its log:\n${why}`,
    )
  }
  void watch(first)
  return { stop }
}
