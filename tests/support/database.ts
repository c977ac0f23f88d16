import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, inject } from 'vitest'
import { openDb, type Db } from '../../db/client.ts'
import { TEMPLATE } from './template.ts'

/**
 * A database of this test file's own, with the newest schema and no rows; dropped when the file ends.
 * Call it at the top of the file, not in a hook. Several calls give several databases.
 */
export async function testDb(): Promise<{ db: Db; url: string }> {
  const { postgresUrl } = inject('servers')
  const admin = postgres(postgresUrl, { max: 1, onnotice: () => {} })
  const name = `test_${randomBytes(6).toString('hex')}`
  await admin.unsafe(`create database ${name} template ${TEMPLATE} strategy file_copy`)
  const url = postgresUrl.replace(/[^/]*$/, name)
  const db = openDb(url)
  afterAll(async () => {
    await db.$client.end({ timeout: 5 })
    // What a test left connected (a child process it killed, say) must not keep the run from ending.
    await admin.unsafe(`drop database ${name} with (force)`)
    await admin.end()
  })
  return { db, url }
}
