import { describe, expect, it } from 'vitest'
import { HOUR } from '../../rules/instant.ts'
import { newId } from '../../db/id.ts'
import { SIGNATURE } from '../support/serviceTask.ts'
import { taskHouse, type Person } from '../support/taskHouse.ts'

const { api, gm, director, sales, engineer, southern, requested, step, iso, notice, customerId } = await taskHouse()

describe('two people at once', () => {
  it('have one winner and one clear answer', async () => {
    const id = await requested()
    const both = await Promise.all([step(id, 'signature', gm), step(id, 'signature', director, { ground: 'direct' })])
    expect(both.map((one) => one.status).sort()).toEqual([200, 409])
    expect(both.find((one) => one.status === 409)!.problem.code).toBe('case.settledAlready')
  })

  it('the same request twice has one effect', async () => {
    const headers = { 'Idempotency-Key': newId() }
    const body = { customerId, ...notice }
    const ask = () => api.ask('post', '/api/service-tasks', { as: sales.token, body, headers })
    const [first, second] = [await ask(), await ask()]
    expect(second.body.caseId).toBe(first.body.caseId)
  })
})

describe('files of a task', () => {
  const png = Buffer.from(SIGNATURE.split(',')[1]!, 'base64')
  const headers = { 'content-type': 'image/png', 'content-disposition': "attachment; filename*=UTF-8''a.png" }
  const sent = async (by: Person) =>
    (await api.ask('post', '/api/attachments', { as: by.token, csv: new Uint8Array(png), headers })).body.id as string

  it('are put there by whoever may see it, with what they are and when they were taken [S2-3.2.4.3b]', async () => {
    const id = await requested()
    const put = async (by: Person, attachmentId: string, more: object = {}) => {
      const body = { attachmentIds: [attachmentId], purpose: 'stamp', takenAt: iso(-HOUR), ...more }
      return api.ask('post', `/api/cases/${id}/attachments`, { as: by.token, body })
    }
    const file = await sent(sales)
    expect((await put(sales, file)).body.items).toMatchObject([
      { id: file, caseId: id, purpose: 'stamp', sentById: sales.personId },
    ])
    expect((await put(director, file)).status).toBe(200)
    const strangers = await sent(engineer)
    expect((await put(sales, strangers)).body.code).toBe('attachment.usedElsewhere')
    expect((await put(southern, await sent(southern))).body.code).toBe('case.unknown')
    expect((await put(sales, await sent(sales), { takenAt: iso(HOUR) })).body.code).toBe('fact.future')
    expect((await put(sales, await sent(sales), { purpose: 'signature' })).status).toBe(422)
    const seen = await api.ask('get', `/api/cases/${id}/attachments`, { as: southern.token })
    expect(seen.status).toBe(404)
  })
})
