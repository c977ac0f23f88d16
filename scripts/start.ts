import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { keepRunning } from './child.ts'
import { openDatabase, type Part } from './database.ts'
import { firstData } from './firstData.ts'
import { takeFolder, tellRunning } from './lock.ts'
import { buildPages } from './pages.ts'
import { newestSchema } from './newestSchema.ts'
import { API, WORKER, buildPrograms } from './programs.ts'
import { portIsFree } from './ports.ts'
import { afterDeath, endLeftover } from './processes.ts'
import { rearmFrom } from './rearmFrom.ts'
import { Stop, command, say, step } from './say.ts'
import { readSettings, type Settings } from './settings.ts'
import { openTemporal } from './temporal.ts'

const PROGRAMS = { worker: { name: 'worker', file: WORKER }, api: { name: 'api', file: API } }
/** How often the embedded servers are looked after, in milliseconds. */
const LOOK_AFTER_MS = 1_000

/** Should this process be killed, what it started ends too: the programs first, then what they stand on. */
const END_ALL =
  'for name in api worker temporal postgres/postmaster; do read pid <"$1/$name.pid" && pids="$pids $pid"; done; ' +
  'for pid in $pids; do kill -TERM "$pid"; sleep 1; done'

/** Notes the first Ctrl-C (or SIGTERM, or closed terminal); later ones change nothing, the end is under way. */
function endAsked(): { asked(): boolean; promise: Promise<void> } {
  let asked = false
  const promise = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        if (!asked) say('正在依次停止，请稍候', 'stopping everything in order')
        asked = true
        resolve()
      })
  })
  return { asked: () => asked, promise }
}

/** Restarts an embedded server that died, with a line. */
function lookAfter(parts: Record<string, Part>): () => Promise<void> {
  let over = false
  const attempts: Record<string, number> = {}
  const loop = async () => {
    while (!over) {
      for (const [name, part] of Object.entries(parts))
        try {
          if (await part.revive()) say(`! ${name} 意外退出，已重启`, `${name} had died and was started again`)
          attempts[name] = 0
        } catch (error) {
          // The first tries often meet what is left of the dead one; only what lasts is worth a line.
          attempts[name] = (attempts[name] ?? 0) + 1
          if (attempts[name] % 10 === 5)
            say(`! ${name} 意外退出，重启不成`, `${name} died and doesn't come up: ${(error as Error).message}`)
        }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AFTER_MS))
    }
  }
  const done = loop()
  return async () => {
    over = true
    await done
  }
}

/** Brings everything up, one step after the other; `stops` gathers how to take it down again. */
async function bringUp(settings: Settings, stops: (() => Promise<unknown>)[], goOn: () => void): Promise<void> {
  mkdirSync(settings.logs, { recursive: true })
  const folder = takeFolder(settings.data)
  stops.push(async () => folder.release())
  for (const program of Object.values(PROGRAMS))
    await endLeftover(join(settings.data, `${program.name}.pid`), program.file)
  if (!(await portIsFree(settings.port)))
    throw new Stop(
      `端口 ${settings.port} 已被占用：停掉占用它的程序，或设置 PORT`,
      `Port ${settings.port} is taken: stop what uses it, or set PORT`,
    )
  const callOff = afterDeath(END_ALL, [settings.data])
  stops.push(async () => callOff())

  await step('页面与程序', 'pages and programs', () => Promise.all([buildPages(), buildPrograms()]))
  goOn()
  const database = await step('数据库', 'Postgres', () => openDatabase(settings))
  stops.push(() => step('数据库已停', 'Postgres stopped', database.stop))
  goOn()
  const temporal = await step('Temporal', 'timers', () => openTemporal(settings))
  stops.push(() => step('Temporal 已停', 'Temporal stopped', temporal.stop))
  goOn()
  await newestSchema(database.url)
  const welcome = await step('初始数据', 'first-run data', () => firstData(database.url))
  // At once and not at the end: should a later step fail, the password would be lost.
  for (const line of welcome) console.log(`  ${line}`)
  goOn()
  const apiUrl = `http://${settings.host}:${settings.port}`
  const env = { ...temporal.env, DATABASE_URL: database.url, HOST: settings.host, PORT: String(settings.port) }
  const launched = await Promise.allSettled([
    step('工作进程', 'worker', () => keepRunning(PROGRAMS.worker, env, settings)),
    step('接口', 'API', () => keepRunning(PROGRAMS.api, env, settings)),
  ])
  const [worker, api] = launched
  if (worker.status === 'fulfilled') stops.push(() => step('工作进程已停', 'worker stopped', worker.value.stop))
  if (api.status === 'fulfilled') stops.push(() => step('接口已停', 'API stopped', api.value.stop))
  for (const one of launched) if (one.status === 'rejected') throw one.reason
  goOn()
  if (temporal.isNew || folder.lastWasKilled)
    await step('重新上好定时器', 'timers armed from the database', () => rearmFrom(database.url, temporal))
  stops.push(lookAfter({ Postgres: database, Temporal: temporal }))
  const { address: temporalAddress, namespace: temporalNamespace } = temporal
  tellRunning(settings.data, { databaseUrl: database.url, temporalAddress, temporalNamespace, apiUrl })

  say(`\n守约已就绪，请用浏览器打开：${apiUrl}`, 'Shouyue is up: open this address')
  say(`接口说明：${apiUrl}/docs`, 'the API explains itself there')
  if (temporal.uiUrl) say(`Temporal 界面：${temporal.uiUrl}`, 'pages of the dev server')
  if (welcome.length) say('首次登录的用户名和密码见上', 'the first sign-in stands above')
  say(`数据与日志在 ${settings.data}；按 Ctrl-C 停止`, `data and logs stand there; Ctrl-C stops everything`)
}

await command(async () => {
  const settings = readSettings()
  const end = endAsked()
  const stops: (() => Promise<unknown>)[] = []
  /** Between steps: an end asked for meanwhile takes effect here. */
  const goOn = () => {
    if (end.asked()) throw new Stop('启动中止', 'the start was called off')
  }
  try {
    await bringUp(settings, stops, goOn)
    await end.promise
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
})
process.exit()
