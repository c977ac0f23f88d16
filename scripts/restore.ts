import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readBackup } from './backup/read.ts'
import { openDatabase } from './database.ts'
import { takeFolder } from './lock.ts'
import { rearmFrom } from './rearmFrom.ts'
import { Stop, command, say, step } from './say.ts'
import { readSettings } from './settings.ts'
import { openTemporal } from './temporal.ts'

/**
 * `npm run restore <file> [-- --replace]`: puts a backup into the database that `DATABASE_URL` names, or else into the one in
 * this folder, and arms the timers of what it holds. Nothing else may run on that database meanwhile. The dev server's file,
 * which knows workflows of the database as it was, goes first; a Temporal of your own keeps them, and they end at their next look.
 */
await command(async () => {
  const args = process.argv.slice(2)
  const [file] = args.filter((arg) => !arg.startsWith('--'))
  if (!file)
    throw new Stop('用法：npm run restore <文件> [-- --replace]', 'Usage: npm run restore <file> [-- --replace]')
  const settings = readSettings()
  mkdirSync(settings.logs, { recursive: true })
  const stops: (() => Promise<unknown>)[] = []
  try {
    const folder = takeFolder(settings.data)
    stops.push(async () => folder.release())
    const database = await step('数据库', 'Postgres', () => openDatabase(settings))
    stops.push(database.stop)
    const replace = args.includes('--replace')
    const takenAt = await step('恢复', 'restore', () => readBackup(database.url, resolve(file), { replace }))
    if (!settings.temporalAddress)
      for (const end of ['', '-wal', '-shm']) await rm(join(settings.data, `temporal.db${end}`), { force: true })
    const temporal = await step('Temporal', 'timers', () => openTemporal(settings))
    stops.push(temporal.stop)
    await step('重新上好定时器', 'timers armed from the database', () => rearmFrom(database.url, temporal))
    say(`已恢复到 ${takenAt} 的备份`, 'restored; npm start goes on from there')
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
})
