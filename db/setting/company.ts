import type { Db, Tx } from '../client.ts'
import { readSetting } from './setting.ts'

/** Where what the company is called stands. */
export const COMPANY = 'company.name'

/** What the company is called, as forms, files and letters carry it; null where nobody has said. */
export const companyName = async (db: Db | Tx): Promise<string | null> =>
  ((await readSetting(db, COMPANY)) as string | undefined) ?? null
