import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { endLeftover, endProcess } from './processes.ts'
import { portAnswers, portIsFree } from './ports.ts'
import { Stop } from './say.ts'

export interface DevServerOptions {
  /** path of Temporal's CLI */
  cli: string
  /** port of the server on 127.0.0.1 */
  port: number
  /** port of its pages on 127.0.0.1; none where left out */
  uiPort?: number
  /** absolute path of the file that keeps its state; in memory where left out */
  dbFilename?: string
  /** absolute path of its log */
  logFile: string
  /** absolute path of the file that holds its process id while it runs */
  pidFile: string
  /** environment variable to name where the port is taken */
  portSetting: string
}

export interface RunningDevServer {
  pid: number
  /** host:port */
  address: string
  /** Ends it and returns when it is gone. */
  stop(): Promise<void>
}

/** Two to three times as many starts per second as with the defaults; what a power cut takes is rebuilt from Postgres. */
const FASTER = ['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1']

/**
 * Starts Temporal's dev server on 127.0.0.1, apart from this process's terminal, and waits until it answers (30 s at most).
 * One left over by a killed parent, known by `pidFile`, is ended first.
 * @throws Stop where a port is taken or the server doesn't come up
 */
export async function startDevServer(options: DevServerOptions): Promise<RunningDevServer> {
  const { cli, port, uiPort, dbFilename, logFile, pidFile } = options
  await endLeftover(pidFile, 'start-dev')
  for (const wanted of [port, uiPort])
    if (wanted && !(await portIsFree(wanted)))
      throw new Stop(
        `端口 ${wanted} 已被占用：停掉占用它的程序，或设置 ${options.portSetting}`,
        `Port ${wanted} is taken: stop what uses it, or set ${options.portSetting}`,
      )
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'error', ...FASTER]
  args.push(...(uiPort ? ['--ui-port', String(uiPort)] : ['--headless']))
  if (dbFilename) args.push('--db-filename', dbFilename)
  const log = openSync(logFile, 'a', 0o600)
  const server = spawn(cli, args, { detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  const pid = await new Promise<number>((resolve, reject) => {
    server.once('spawn', () => resolve(server.pid!))
    server.once('error', reject)
  })
  server.unref()
  writeFileSync(pidFile, `${pid}\n`)
  const stop = async () => {
    await endProcess(pid, 'SIGINT')
    rmSync(pidFile, { force: true })
  }
  const answered = await Promise.race([
    portAnswers('127.0.0.1', port, 30_000),
    new Promise<false>((resolve) => server.once('exit', () => resolve(false))),
  ])
  if (!answered) {
    await stop()
    const why = readFileSync(logFile, 'utf8').trim().split('\n').at(-1) ?? ''
    throw new Stop(`Temporal 没有启动，日志在 ${logFile}`, `Temporal did not start: ${why.slice(0, 200)}`)
  }
  return { pid, address: `127.0.0.1:${port}`, stop }
}
