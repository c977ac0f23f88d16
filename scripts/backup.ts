import { existsSync, mkdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeBackup } from './backup/write.ts'
import { openDatabase } from './database.ts'
import { readRunning, takeFolder } from './lock.ts'
import { Stop, command, say, step } from './say.ts'
import { readSettings } from './settings.ts'

const stamp = () => new Date().toISOString().slice(0, 19).replace('T', '-').replaceAll(':', '')

/**
 * `npm run backup [file]`: all data of the database that `DATABASE_URL` names, or else of the one in this folder, whether
 * `npm start` runs or not (then its Postgres is brought up for the while). Work goes on meanwhile.
 */
await command(async () => {
  const settings = readSettings()
  const file = resolve(process.argv[2] ?? `shouyue-${stamp()}.backup`)
  if (existsSync(file)) throw new Stop(`文件已存在：${file}`, 'that file stands already')
  const running = settings.databaseUrl ?? readRunning(settings.data)?.databaseUrl
  if (running) await step('备份', 'backup', () => writeBackup(running, file))
  else {
    mkdirSync(settings.logs, { recursive: true })
    const folder = takeFolder(settings.data)
    try {
      const database = await openDatabase(settings)
      await step('备份', 'backup', () => writeBackup(database.url, file)).finally(database.stop)
    } finally {
      folder.release()
    }
  }
  say(
    `${file}（${Math.ceil(statSync(file).size / 1024)} KB）`,
    'it holds personal data and password hashes: keep it safe',
  )
})
