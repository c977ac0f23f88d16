import { mkdirSync } from 'node:fs'
import { openDb, type Db } from '../db/client.ts'
import { openDatabase } from './database.ts'
import { readRunning, takeFolder } from './lock.ts'
import { readSettings } from './settings.ts'

/**
 * Works on the database that `DATABASE_URL` names, or else on the one in this folder, whether `npm start` runs or not (then
 * its Postgres is brought up for the while). @throws Stop where neither answers
 */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const settings = readSettings()
  const running = settings.databaseUrl ?? readRunning(settings.data)?.databaseUrl
  if (running) return using(running, work)
  mkdirSync(settings.logs, { recursive: true })
  const folder = takeFolder(settings.data)
  try {
    const database = await openDatabase(settings)
    return await using(database.url, work).finally(database.stop)
  } finally {
    folder.release()
  }
}

async function using<T>(url: string, work: (db: Db) => Promise<T>): Promise<T> {
  const db = openDb(url, 2)
  try {
    return await work(db)
  } finally {
    await db.$client.end({ timeout: 5 })
  }
}
