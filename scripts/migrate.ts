import { openDb } from '../db/client.ts'
import { firstRun } from '../db/firstRun.ts'
import { migrate } from '../db/migrate.ts'
import { Stop, command, step } from './say.ts'

/** Brings the database of `DATABASE_URL` to the newest schema and makes the administrator on the first run: for containers, where nobody runs `npm start`. */
await command(async () => {
  const url = process.env.DATABASE_URL
  if (!url) throw new Stop('请设置 DATABASE_URL', 'Set DATABASE_URL')
  await step('数据结构', 'migrations', () => migrate(url))
  const db = openDb(url, 2)
  try {
    for (const line of await firstRun(db, Date.now())) console.log(line)
  } finally {
    await db.$client.end()
  }
})
