import postgres from 'postgres'
import { afterAll, expect, inject, it } from 'vitest'
import { newestSchema } from '../../scripts/newestSchema.ts'

const admin = postgres(inject('servers').postgresUrl, { max: 1, onnotice: () => {} })
const NAME = `schema_${process.pid}`

afterAll(async () => {
  await admin.unsafe(`drop database if exists ${NAME} with (force)`)
  await admin.unsafe(`drop role if exists ${NAME}`)
  await admin.end()
})

it('says in one line that the account may not change the schema, and comes up once it may', async () => {
  await admin.unsafe(`create database ${NAME}`)
  await admin.unsafe(`create role ${NAME} login password 'x'`)
  const url = new URL(inject('servers').postgresUrl)
  url.username = NAME
  url.password = 'x'
  url.pathname = `/${NAME}`
  const refused = await newestSchema(url.href).catch((error: Error) => error.message)
  expect(refused).toMatch(/^数据库拒绝升级结构（42501 .*权限.* · the database refuses .*42501.*nothing was changed/)
  await admin.unsafe(`grant all on database ${NAME} to ${NAME}`)
  await admin.unsafe(`alter database ${NAME} owner to ${NAME}`)
  await newestSchema(url.href)
})
