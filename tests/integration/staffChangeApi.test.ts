import { describe, expect, it } from 'vitest'
import { newId } from '../../db/id.ts'
import { customer, project } from '../../db/schema/customer.ts'
import { person, region } from '../../db/schema/person.ts'
import { eq } from 'drizzle-orm'
import type { Role } from '../../rules/roles.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
await department(db, {})
let now = parseInstant('2026-09-14T09:00:00+08:00')
const api = await testApi(db, { clock: () => now })
const on = (time: string) => (now = parseInstant(`2026-${time}+08:00`))

/** Sessions end after days of the clock that the test moves, so each step signs in when it needs to. */
async function somebody(roles: Role[], kind: 'staff' | 'client' | 'contractor' = 'staff', regionId?: string) {
  const grants = roles.map((role) => (regionId ? { role, regionId } : role))
  const signed = await api.signedIn(grants)
  await db.update(person).set({ kind }).where(eq(person.id, signed.personId))
  return signed
}
const hr = await somebody(['hrSpecialist'])
const pm = await somebody(['contractorPm'], 'contractor')
const section = await somebody(['clientInformation'], 'client')
const clientHr = await somebody(['clientHr'], 'client')
const [leaver, successor, other] = [
  await somebody(['engineer']),
  await somebody(['engineer']),
  await somebody(['engineer']),
]
type Who = { token: string; personId: string }

async function site(policy: string, members: Who[]) {
  const [customerId, id] = [newId(), newId()]
  await db.insert(customer).values({ id: customerId, code: customerId, name: '㴨水人社局' })
  await db.insert(project).values({ id, customerId, name: '信息化运维' })
  const bound = await post(hr, `/api/projects/${id}/policies`, { policy, topic: 'staffChange', fromOn: '2025-01-01' })
  expect(bound.status).toBe(201)
  for (const { personId } of members)
    expect((await api.ask('put', `/api/projects/${id}/members/${personId}`, { as: hr.token })).status).toBe(204)
  return id
}
const post = (who: Who, path: string, body: unknown, headers?: Record<string, string>) =>
  api.ask('post', path, { as: who.token, body, headers })
const get = (who: Who, path: string) => api.ask('get', path, { as: who.token })

/** Sends a file; its id. */
async function paper(who: Who, name = '资质证书.pdf', content = `%PDF-1.7 ${newId()}`, type = 'application/pdf') {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  const headers = { 'content-type': type, 'content-disposition': disposition }
  return api.ask('post', '/api/attachments', { as: who.token, csv: content, headers })
}
const paperId = async (who: Who) => (await paper(who)).body.id as string

const N = await site('S4-N', [pm, section, clientHr])
const D = await site('S4-D', [pm])

describe('checking dates before entering them', () => {
  it('says which promise breaks and the earliest dates that hold [S4-N-3.1]', async () => {
    on('09-21T09:00:00')
    const plan = { takesOverOn: '2026-10-20' }
    const { status, body } = await post(pm, '/api/staff-changes/check', { projectId: N, plan })
    expect(status).toBe(200)
    expect(body.holds).toBe(false)
    expect(body.broken).toMatchObject([{ promise: 'notice', latestOn: '2026-09-20', earliestOn: '2026-10-21' }])
    expect(body.earliest.overlapped).toMatchObject({ handoverStartOn: '2026-10-08', takesOverOn: '2026-10-21' })
    expect(body.earliest.inARow).toMatchObject({ applyOn: '2026-10-21', takesOverOn: '2026-11-20' })
  })

  it('shows before anything is entered which days hold, and writes nothing [S4-N-3.1] [S4-N-3.3]', async () => {
    on('09-20T09:00:00')
    const asked = { projectId: N, plan: { takesOverOn: '2026-10-20' } }
    const { status, body } = await post(pm, '/api/staff-changes/preview', asked)
    expect([status, body.check.holds, body.handoverDays]).toEqual([200, true, 10])
    const day = (date: string) => body.days.find((one: { on: string }) => one.on === date)
    expect(day('2026-10-19').breaks).toEqual(['notice'])
    expect(day('2026-10-20').breaks).toEqual([])
    expect(day('2026-10-10')).toMatchObject({ type: 'makeUpWorkday', handoverDay: 4 })
    expect((await get(pm, '/api/staff-changes')).body.items).toEqual([])
    expect((await post(clientHr, '/api/staff-changes/preview', asked)).status).toBe(403)
  })

  it('offers the projects within reach with what their rulebook asks, and who can leave or follow', async () => {
    const mine = (await get(section, '/api/staff-changes/sites')).body.items
    expect(mine.map((one: { id: string }) => one.id)).toEqual([N])
    expect(mine[0]).toMatchObject({ policy: { id: 'S4-N' }, approvers: ['clientInformation'], replaceable: false })
    const both = (await get(pm, '/api/staff-changes/sites')).body.items
    expect(both.map((one: { approvers: string[] }) => one.approvers.length).sort()).toEqual([1, 2])
    const people = (await get(pm, `/api/staff-changes/candidates?projectId=${N}`)).body.items
    expect(people.map((one: { id: string }) => one.id)).toEqual(
      expect.arrayContaining([leaver.personId, successor.personId]),
    )
    expect((await get(section, `/api/staff-changes/candidates?projectId=${D}`)).status).toBe(404)
  })

  it('refuses to enter them, in the language asked for, item by item with its clause [S4-N-3.1]', async () => {
    on('10-12T09:00:00')
    const body = { projectId: N, outgoingId: leaver.personId, plan: { takesOverOn: '2026-10-20' } }
    const refused = await post(pm, '/api/staff-changes?lang=en', body)
    expect(refused.status).toBe(422)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(refused.body).toMatchObject({ code: 'staffChange.datesCannotHold', clause: 'S4-N-3.1' })
    expect(refused.body.errors).toEqual([
      expect.objectContaining({
        pointer: '#/plan/takesOverOn',
        clause: 'S4-N-3.1',
        expected: '≥ 2026-11-12',
        detail: 'Notice by 2026-09-20 at the latest; given on 2026-10-12, the change is on 2026-11-12 at the earliest.',
      }),
      expect.objectContaining({ pointer: '#/plan/takesOverOn', clause: 'S4-N-3.2' }),
      expect.objectContaining({ pointer: '#/plan/handoverStartOn', clause: 'S4-N-3.2' }),
    ])
  })
})

describe('the day of the handover over National Day', () => {
  it('runs over the API from the notice to the form [S4-N-3.1] [S4-N-3.2] [S4-N-3.3]', async () => {
    on('09-14T09:00:00')
    const plan = { noticeOn: '2026-09-20', applyOn: '2026-09-28', takesOverOn: '2026-10-20' }
    const people = { outgoingId: leaver.personId, incomingId: successor.personId }
    const started = await post(pm, '/api/staff-changes', { projectId: N, ...people, plan })
    expect(started.status).toBe(201)
    const path = `/api/staff-changes/${started.body.caseId}`
    const twice = await post(hr, '/api/staff-changes', { projectId: N, ...people, plan })
    expect(twice).toMatchObject({ status: 409, body: { code: 'staffChange.openAlready' } })

    on('09-20T10:00:00')
    expect((await post(pm, `${path}/notice`, {})).status).toBe(200)
    on('09-28T17:00:00')
    const certificates = { kind: 'certificates', attachmentId: await paperId(pm) }
    const lacking = await post(pm, `${path}/application?lang=en`, { enclosures: [certificates] })
    expect(lacking.body).toMatchObject({ code: 'staffChange.enclosuresMissing', clause: 'S4-N-3.2' })
    expect(lacking.body.detail).toContain('résumé')
    const resume = { kind: 'resume', attachmentId: await paperId(pm) }
    expect((await post(pm, `${path}/application`, { enclosures: [certificates, resume] })).status).toBe(200)

    on('09-29T10:00:00')
    const waiting = async (who: Who) => (await get(who, '/api/staff-changes?mine=true')).body.items.length
    expect([await waiting(section), await waiting(clientHr)]).toEqual([1, 0])
    // The papers of an application are open to the project's client, and to nobody off the project.
    const papers = `/api/attachments/${resume.attachmentId}/content`
    expect([(await get(section, papers)).status, (await get(other, papers)).status]).toEqual([200, 404])
    expect((await post(clientHr, `${path}/decisions`, { approved: true })).body.code).toBe(
      'staffChange.notYourDecision',
    )
    const key = { 'idempotency-key': newId() }
    const both = await Promise.all([1, 2].map(() => post(section, `${path}/decisions`, { approved: true }, key)))
    expect(both.map((one) => one.status)).toEqual([200, 200])
    const late = await post(section, `${path}/decisions`, { approved: false })
    expect(late).toMatchObject({ status: 409, body: { code: 'case.settledAlready' } })

    on('09-30T08:30:00')
    expect((await post(other, `${path}/handover`, {})).body.code).toBe('staffChange.unknown')
    expect((await post(leaver, `${path}/handover`, {})).status).toBe(200)
    on('10-10T17:00:00')
    expect((await get(section, path)).body.handover).toMatchObject({
      days: 10,
      endsAt: '2026-10-19T18:00:00+08:00',
      today: 4,
    })
    for (const deliverable of ['documents', 'situationReport'])
      expect((await post(leaver, `${path}/deliverables`, { deliverable })).status).toBe(200)

    on('10-16T18:00:00')
    const ninth = await post(leaver, `${path}/completion?lang=en`, {})
    expect(ninth).toMatchObject({ status: 409, body: { code: 'staffChange.handoverTooShort', clause: 'S4-N-3.3' } })
    expect(ninth.body.detail).toContain('ninth day')
    expect(ninth.body.errors).toMatchObject([{ pointer: '#/occurredAt', expected: '≥ 2026-10-19T18:00:00+08:00' }])
    on('10-19T18:00:00')
    const incomplete = await post(leaver, `${path}/completion`, {})
    expect(incomplete.body).toMatchObject({
      code: 'staffChange.deliverablesMissing',
      detail: '交接还缺：完成现场培训。',
    })
    await post(leaver, `${path}/deliverables`, { deliverable: 'onSiteTraining' })
    expect((await post(leaver, `${path}/completion`, {})).status).toBe(200)

    on('10-20T09:00:00')
    const form = await paperId(pm)
    expect((await post(section, `${path}/tests`, { passed: true })).body.code).toBe('staffChange.notConfirmed')
    expect((await post(pm, `${path}/confirmation`, { documentId: form })).status).toBe(200)
    expect((await post(section, `${path}/tests`, { passed: true })).status).toBe(200)
    const file = (await get(section, path)).body
    expect(file.state).toBe('ended')
    expect(file.facts.map((fact: { kind: string }) => fact.kind)).toContain('tested')
    expect(file.obligations.filter((row: { verdict: string }) => row.verdict === 'late')).toEqual([])
  })
})

describe('who sees what', () => {
  it('a client sees its own project’s changes and no others', async () => {
    on('08-03T09:00:00')
    const given = { outgoingId: other.personId, plan: { takesOverOn: '2026-10-20', handoverStartOn: '2026-09-30' } }
    const { body } = await post(pm, '/api/staff-changes', { projectId: D, ...given })
    const path = `/api/staff-changes/${body.caseId}`
    const technology = await somebody(['clientTechnology'], 'client')
    for (const who of [section, technology]) {
      expect((await get(who, path)).status).toBe(404)
      const listed = (await get(who, '/api/staff-changes')).body.items.map((row: { id: string }) => row.id)
      expect(listed).not.toContain(body.caseId)
    }
    const paper = await paperId(pm)
    expect((await post(section, `${path}/decisions`, { approved: true })).body.code).toBe('staffChange.unknown')
    expect((await get(section, `/api/attachments/${paper}`)).status).toBe(404)
    await api.ask('put', `/api/projects/${D}/members/${technology.personId}`, { as: hr.token })
    expect((await get(technology, path)).status).toBe(200)
    await api.ask('delete', `/api/projects/${D}/members/${technology.personId}`, { as: hr.token })
    expect((await get(technology, path)).status).toBe(404)
    expect((await post(pm, `${path}/withdrawal`, { reason: '试' })).status).toBe(200)
  })

  it('one of our own in one region sees that region’s changes', async () => {
    const [north] = await db.insert(region).values({ id: newId(), code: 'N', name: '北' }).returning()
    const lead = await somebody(['regionalManager'], 'staff', north!.id)
    expect((await get(lead, '/api/staff-changes')).body.items).toEqual([])
    expect((await get(hr, '/api/staff-changes')).body.items.length).toBeGreaterThan(0)
  })
})

describe('blanks', () => {
  it('lists the length of the handover that D leaves open, with the project it holds up', async () => {
    const { body } = await get(hr, '/api/todos/blanks')
    const ofProjects = body.items.filter((one: { projectIds: string[] }) => one.projectIds.length > 0)
    expect(ofProjects).toEqual([
      expect.objectContaining({ policy: 'S4-D', key: 'staffChange.handover', clause: 'S4-D-3.2', projectIds: [D] }),
    ])
  })
})

describe('binding a project to a rulebook', () => {
  it('refuses a second one for the same time, an unknown one and a wrong matter', async () => {
    const bind = (body: object) => post(hr, `/api/projects/${N}/policies`, body)
    const given = { policy: 'S4-S', topic: 'staffChange', fromOn: '2026-06-01' }
    expect((await bind(given)).body.code).toBe('policy.boundAlready')
    expect((await bind({ ...given, policy: 'S9' })).body.code).toBe('policy.unknown')
    expect((await bind({ ...given, topic: 'leave' })).body.code).toBe('policy.wrongTopic')
    expect((await post(hr, '/api/projects/none/policies', given)).status).toBe(404)
  })

  it('takes the next one from the day after the first has ended', async () => {
    const id = await site('S4-N', [])
    const path = `/api/projects/${id}/policies`
    const [first] = (await get(hr, path)).body.items
    const ended = await api.ask('patch', `${path}/${first.id}`, { as: hr.token, body: { toOn: '2026-05-31' } })
    expect(ended.body.toAt).toBe('2026-06-01T00:00:00+08:00')
    const next = { policy: 'S4-S', topic: 'staffChange' }
    expect((await post(hr, path, { ...next, fromOn: '2026-05-31' })).status).toBe(409)
    expect((await post(hr, path, { ...next, fromOn: '2026-06-01' })).status).toBe(201)
  })
})

describe('files', () => {
  it('come back as they were sent, under their Chinese name', async () => {
    const sent = await paper(pm, '资质证书（复印件）.pdf', '%PDF-1.7 内容')
    expect(sent).toMatchObject({ status: 201, body: { name: '资质证书（复印件）.pdf', mediaType: 'application/pdf' } })
    const content = await fetch(`${api.url}/api/attachments/${sent.body.id}/content`, {
      headers: { authorization: `Bearer ${pm.token}` },
    })
    expect(await content.text()).toBe('%PDF-1.7 内容')
    expect(content.headers.get('content-type')).toBe('application/pdf')
    expect(decodeURIComponent(content.headers.get('content-disposition')!)).toContain('资质证书（复印件）.pdf')
    expect(content.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('are refused when they are not what they say, nameless, empty, too large or of another kind', async () => {
    expect((await paper(pm, 'a.pdf', '<html>')).body.code).toBe('attachment.notWhatItSays')
    const headers = { 'content-type': 'application/pdf' }
    expect((await api.ask('post', '/api/attachments', { as: pm.token, csv: '%PDF-', headers })).body.code).toBe(
      'attachment.noName',
    )
    expect((await paper(pm, 'a.pdf', '')).status).toBeGreaterThanOrEqual(415)
    expect((await paper(pm, 'a.pdf', `%PDF-${'x'.repeat(10 * 1024 * 1024)}`)).status).toBe(413)
    expect((await paper(pm, 'a.svg', '<svg/>', 'image/svg+xml')).status).toBe(415)
  })

  it('cannot be opened by putting a stranger’s file to a case of one’s own', async () => {
    on('08-03T09:00:00')
    const people = { outgoingId: other.personId, incomingId: successor.personId }
    const started = await post(pm, '/api/staff-changes', {
      projectId: N,
      ...people,
      plan: { takesOverOn: '2026-10-20' },
    })
    const strangers = await paperId(leaver)
    const enclosures = ['certificates', 'resume'].map((kind) => ({ kind, attachmentId: strangers }))
    const refused = await post(pm, `/api/staff-changes/${started.body.caseId}/application`, { enclosures })
    expect(refused.body.code).toBe('attachment.usedElsewhere')
    expect((await get(pm, `/api/attachments/${strangers}`)).status).toBe(404)
    await post(pm, `/api/staff-changes/${started.body.caseId}/withdrawal`, { reason: '试' })
  })
})
