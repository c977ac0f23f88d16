import { firstData } from './firstData.ts'
import { newestSchema } from './newestSchema.ts'
import { Stop, command, step } from './say.ts'

/**
 * Brings the database of `DATABASE_URL` to the newest schema and puts in what work can't begin without: for containers,
 * where nobody runs `npm start`. The administrator's password of the first run is printed, once.
 */
await command(async () => {
  const url = process.env.DATABASE_URL
  if (!url) throw new Stop('请设置 DATABASE_URL', 'Set DATABASE_URL')
  await newestSchema(url)
  for (const line of await step('初始数据', 'first-run data', () => firstData(url))) console.log(`  ${line}`)
})
