import { migrate } from '../db/migrate.ts'
import { databaseErrorOf } from '../db/refusalOfDatabase.ts'
import { step, Stop } from './say.ts'

/**
 * Brings the database to the newest schema, with a line; what the database refuses is told in one line, without any value
 * of its rows. A refused change is taken back whole, so that the version before goes on with the data.
 * @throws Stop
 */
export async function newestSchema(url: string): Promise<void> {
  await step('数据结构', 'migrations', async () => {
    try {
      await migrate(url)
    } catch (error) {
      const known = databaseErrorOf(error)
      if (!known) throw error
      const what = [known.code, (known as Error & typeof known).message].join(' ')
      throw new Stop(
        `数据库拒绝升级结构（${what}）：数据未改动；检查数据库账号的权限和磁盘空间，或退回上一版本`,
        `the database refuses the newer schema (${what}): nothing was changed; check the account's rights and the disk, or go back to the version before`,
      )
    }
  })
}
