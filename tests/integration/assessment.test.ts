import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { openAssessments, openDueAssessments } from '../../db/assessment/open.ts'
import { openCase } from '../../db/case/openCase.ts'
import { newId } from '../../db/id.ts'
import { seedPolicies, termsFor } from '../../db/policy/terms.ts'
import { seedYears } from '../../db/calendar/seedYears.ts'
import { assessmentFiles, assessmentLines } from '../../db/schema/assessment.ts'
import { auditEntry } from '../../db/schema/audit.ts'
import { consequences } from '../../db/schema/consequence.ts'
import { notifications } from '../../db/schema/notification.ts'
import { person, personRole } from '../../db/schema/person.ts'
import { DAY, HOUR, SECOND, type Instant } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { periodNamed } from '../../rules/report/period.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { department } from '../support/department.ts'

const { db } = await testDb()
const [early, late] = [await testDb(), await testDb()]
const at = (text: string) => parseInstant(`${text}+08:00`)
let now: Instant = Date.now()
const api = await testApi(db, { clock: () => now })

let caseId: string
beforeAll(async () => {
  await seedPolicies(db)
  await seedYears(db, Date.now())
  caseId = await db.transaction(async (tx) => {
    const terms = await termsFor(tx, { topic: 'none', at: now })
    return (await openCase(tx, { kind: 'penalty', startedAt: 0, terms })).id
  })
})
const gm = await api.signedIn(['companyGm'])
const director = await api.signedIn(['serviceDirector'])
const finance = await api.signedIn(['finance'])
const engineer = await api.signedIn(['engineer'])

type Row = typeof consequences.$inferInsert

/** An entry of the ledger, as it stands there once some rule made it. */
async function enter(personId: string, amountFen: number, recordedAt: Instant, more: Partial<Row> = {}) {
  const id = newId()
  const cited = { clause: 'S0-A-7.3b', policy: 'S0A', policyVersion: 1 }
  const arithmetic = { rule: 'late', dueAt: recordedAt, amountFen }
  await db.insert(consequences).values({
    ...{ id, key: `test:${id}`, kind: 'fine', personId, caseId, amountFen, ...cited },
    ...{ occurredAt: recordedAt, recordedAt, arithmetic },
    ...more,
  })
  return id
}
const about = (aboutId: string, personId: string, kind: string, amountFen: number, recordedAt: Instant) =>
  enter(personId, amountFen, recordedAt, { kind, aboutId, arithmetic: { rule: kind } })

const openMonth = (key: string) => {
  const month = periodNamed('monthly', key)
  return db.transaction((tx) => openAssessments(tx, procedures.assessment, month, month.untilAt))
}
const post = (path: string, as: string, body: object = {}) => api.ask('post', path, { as, body })
async function sheetOf(month: string, scope = 'staff') {
  const { body } = await api.ask('get', `/api/assessments?limit=200&scope=${scope}`, { as: gm.token })
  const row = body.items.find((one: { month: string }) => one.month === month)
  return row && (await api.ask('get', `/api/assessments/${row.id}`, { as: gm.token })).body
}
async function bytesOf(id: string, format: string): Promise<Buffer> {
  const sent = await fetch(`${api.url}/api/assessments/${id}/files/${format}`, {
    headers: { authorization: `Bearer ${finance.token}` },
  })
  expect(sent.status).toBe(200)
  return Buffer.from(await sent.arrayBuffer())
}

/** A file of a zip archive; its entries are found by their central directory. */
function unzipped(archive: Buffer, name: string): string {
  for (let at = archive.indexOf('PK\x01\x02'); at >= 0; at = archive.indexOf('PK\x01\x02', at + 4)) {
    const length = archive.readUInt16LE(at + 28)
    if (archive.toString('utf8', at + 46, at + 46 + length) !== name) continue
    const offset = archive.readUInt32LE(at + 42)
    const from = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
    const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20))
    return (archive.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
  }
  throw new Error(`no ${name} in the archive`)
}

describe('a month from the ledger to finance [S0-A-6.4]', () => {
  const RARE = '𬎆㴨=1+1'

  it('drafts itself, is issued, sent back, issued again, signed, exported once and acknowledged', async () => {
    await db.update(person).set({ name: RARE }).where(eq(person.id, engineer.personId))
    const fine = await enter(engineer.personId, -2_000, at('2026-02-10T09:00:00'))
    await about(fine, engineer.personId, 'confirmation', 0, at('2026-02-12T09:00:00'))
    await enter(engineer.personId, 10_001, at('2026-02-28T23:59:59'), { kind: 'reward', clause: 'S0-A-7.8' })
    await enter(engineer.personId, -5_000, at('2026-02-20T09:00:00'))
    await enter(engineer.personId, -70_000, at('2026-03-01T00:00:00'), { kind: 'reward' })
    expect(await openMonth('2026-02')).toBe(2)
    expect(await openMonth('2026-02')).toBe(0)

    now = at('2026-03-04T23:59:59')
    const draft = await sheetOf('2026-02')
    expect(draft).toMatchObject({ state: 'open', dueAt: '2026-03-04T23:59:59+08:00', issuedAt: null })
    const [person_] = draft.sheet.people
    expect(person_).toMatchObject({ name: RARE, totalFen: 8_001 })
    expect(person_.lines.map((line: { amountFen: number }) => line.amountFen)).toEqual([-2_000, 10_001])
    expect(person_.waiting.map((line: { amountFen: number }) => line.amountFen)).toEqual([-5_000])
    const path = `/api/assessments/${draft.id}`
    const [, ...lines] = await api.table(`/api/exports/assessment-lines/${draft.id}?lang=zh`, gm.token)
    expect(lines.map((row) => [row[1], ...row.slice(6)])).toEqual([
      [RARE, '-20', '是'],
      [RARE, '100.01', '是'],
      [RARE, '-50', '否'],
    ])

    expect((await post(`${path}/issue`, gm.token)).body.code).toBe('assessment.notIssuer')
    expect((await post(`${path}/signature`, gm.token)).body.code).toBe('case.notYet')
    expect((await api.ask('get', `${path}/files/csv`, { as: finance.token })).body.code).toBe('assessment.notSigned')
    expect((await post(`${path}/issue`, director.token)).status).toBe(200)
    expect(await sheetOf('2026-02')).toMatchObject({ issueVerdict: 'onTime', issuedById: director.personId })
    expect((await post(`${path}/issue`, director.token)).body.code).toBe('case.settledAlready')

    now += HOUR
    expect((await post(`${path}/return`, gm.token, { reason: '漏了冲回' })).status).toBe(200)
    await about(fine, engineer.personId, 'waiver', 2_000, now)
    const again = await sheetOf('2026-02')
    expect(again).toMatchObject({ issuedAt: null, sheet: { totalFen: 10_001 } })
    expect((await post(`${path}/issue`, director.token)).status).toBe(200)
    const told = await db.select().from(notifications).where(eq(notifications.template, 'assessment.returned'))
    expect(told.map((row) => row.personId)).toEqual([director.personId])

    expect((await post(`${path}/signature`, gm.token)).status).toBe(200)
    expect((await post(`${path}/return`, gm.token, { reason: '再看看' })).body.code).toBe('case.settledAlready')
    const signed = await sheetOf('2026-02')
    expect(signed.files.map((file: { format: string }) => file.format).sort()).toEqual(['csv', 'pdf', 'xlsx'])

    for (const { format, sha256, size } of signed.files) {
      const [first, second] = [await bytesOf(draft.id, format), await bytesOf(draft.id, format)]
      expect(first.equals(second)).toBe(true)
      expect(first.length).toBe(size)
      expect(createHash('sha256').update(first).digest('hex')).toBe(sha256)
    }
    const csv = (await bytesOf(draft.id, 'csv')).toString('utf8')
    const { code } = signed.sheet.people[0]
    expect(csv.split('\r\n').slice(1)).toEqual([`2026-02,${code},${RARE},100.01,1500.00,,,,,1600.01,话费补助`, ''])
    expect((await bytesOf(draft.id, 'pdf')).subarray(0, 5).toString()).toBe('%PDF-')
    const workbook = await bytesOf(draft.id, 'xlsx')
    const [cells, words] = ['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml'].map((name) => unzipped(workbook, name))
    expect(words).toContain(RARE)
    expect(cells).not.toContain('<f>')
    expect(cells).toContain('<v>100.01</v>')

    const checksum = signed.files.find((file: { format: string }) => file.format === 'csv').sha256
    const wrong = await post(`${path}/acknowledgement`, finance.token, { sha256: '0'.repeat(64) })
    expect(wrong.body.code).toBe('assessment.wrongChecksum')
    expect((await post(`${path}/acknowledgement`, finance.token, { sha256: checksum })).status).toBe(200)
    expect((await sheetOf('2026-02')).state).toBe('ended')
    const twice = await post(`${path}/acknowledgement`, finance.token, { sha256: checksum })
    expect(twice.body.code).toBe('case.closed')
    // What finance has been given stays to the byte, whatever a later release would make of the same sheet.
    for (const change of [db.update(assessmentFiles).set({ size: 1 }), db.delete(assessmentFiles)])
      await expect(change).rejects.toMatchObject({ cause: { code: '23001' } })
    const reads = await db.select().from(auditEntry).where(eq(auditEntry.action, 'assessment.file'))
    expect(reads.every((row) => row.personId === finance.personId && row.subjectId === draft.id)).toBe(true)
    expect(reads.length).toBeGreaterThan(6)
  })

  it('the supervisor’s own is the general manager’s to issue, and signed with that [S0-A-6.4]', async () => {
    const own = await sheetOf('2026-02', 'supervisor')
    expect(own.sheet.people.map((one: { personId: string }) => one.personId)).toEqual([director.personId])
    const path = `/api/assessments/${own.id}`
    expect((await post(`${path}/issue`, director.token)).body.code).toBe('assessment.notIssuer')
    now = at('2026-03-05T00:00:00')
    expect((await post(`${path}/issue`, gm.token)).status).toBe(200)
    // A second after the third working day: shown, and nothing else.
    const issued = await sheetOf('2026-02', 'supervisor')
    expect(issued).toMatchObject({ issueVerdict: 'late', signedById: gm.personId })
    expect(issued.files).toHaveLength(3)
    const entries = await db.select().from(consequences).where(eq(consequences.caseId, own.id))
    expect(entries).toEqual([])
  })

  it('a closed month isn’t reopened: what falls later lands on the next sheet; months follow each other', async () => {
    expect(await openMonth('2026-03')).toBe(2)
    expect(await openMonth('2026-04')).toBe(2)
    const late = await enter(engineer.personId, -2_000, at('2026-03-30T09:00:00'))
    now = at('2026-05-01T09:00:00')
    const april = await sheetOf('2026-04')
    expect((await post(`/api/assessments/${april.id}/issue`, director.token)).body).toMatchObject({
      code: 'assessment.earlierFirst',
    })
    const march = await sheetOf('2026-03')
    expect((await post(`/api/assessments/${march.id}/issue`, director.token)).status).toBe(200)
    expect((await sheetOf('2026-03')).sheet.totalFen).toBe(-70_000)
    await about(late, engineer.personId, 'confirmation', 0, at('2026-04-02T09:00:00'))
    expect((await post(`/api/assessments/${april.id}/issue`, director.token)).status).toBe(200)
    expect((await sheetOf('2026-04')).sheet.totalFen).toBe(-2_000)
    expect((await sheetOf('2026-03')).sheet.totalFen).toBe(-70_000)
  })

  it('who left gets a final settlement of what comes after [S0-A-6.4]', async () => {
    const gone = await api.signedIn([])
    const toAt = at('2026-04-15T00:00:00')
    const role = { id: newId(), personId: gone.personId, role: 'engineer' as const, regionId: null }
    await db.insert(personRole).values({ ...role, fromAt: 0, toAt })
    await enter(gone.personId, 4_999, at('2026-05-20T09:00:00'), { kind: 'reward' })
    // A contractor's people are on no payroll of ours, whatever stands in their ledger.
    const contractor = newId()
    await db.insert(person).values({ id: contractor, code: contractor, name: '驻场人员', kind: 'contractor' })
    await enter(contractor, 0, at('2026-05-21T09:00:00'), { kind: 'statement', clause: 'S4-N-2.5a' })
    expect(await openMonth('2026-05')).toBe(3)
    const final = await sheetOf('2026-05', 'final')
    expect(final.sheet.people).toMatchObject([{ personId: gone.personId, totalFen: 4_999 }])
    const staff = await sheetOf('2026-05')
    expect(staff.sheet.people.some((one: { personId: string }) => one.personId === gone.personId)).toBe(false)
  })

  it('nobody issues a sheet they stand on, standing in or not', async () => {
    const both = await api.signedIn(['engineer', 'companyGm'])
    const other = await api.signedIn(['engineer', 'companyGm'])
    const may = await sheetOf('2026-05', 'supervisor')
    // Also a supervisor that month, so on the sheet that the general manager issues.
    await db.insert(personRole).values({ id: newId(), personId: both.personId, role: 'serviceDirector', fromAt: 0 })
    const staff = await sheetOf('2026-05')
    for (const [scope, issuer] of [
      ['supervisor', gm],
      ['staff', director],
    ] as const) {
      const { items } = (await api.ask('get', `/api/assessments?scope=${scope}`, { as: gm.token })).body
      for (const row of items.filter((one: { month: string }) => one.month < '2026-05').reverse())
        if (row.issuedAt === null) await post(`/api/assessments/${row.id}/issue`, issuer.token)
    }
    const barred = async ({ id }: { id: string }, { token: as }: { token: string }) =>
      (await api.ask('get', `/api/cases/${id}`, { as })).body.barred
    expect(await barred(may, both)).toMatchObject([{ action: 'assessment.issue', code: 'assessment.ownSheet' }])
    expect(await barred(may, director)).toMatchObject([
      { action: 'assessment.issue', code: 'assessment.notIssuer', text: { zh: '这份考核表由公司总经理出具。' } },
    ])
    expect(await barred(may, gm)).toEqual([])
    expect((await post(`/api/assessments/${may.id}/issue`, both.token)).body.code).toBe('assessment.ownSheet')
    // Issued, it is not theirs to sign or to send back either.
    now = Math.max(now, at('2026-06-02T09:00:00'))
    expect((await post(`/api/assessments/${staff.id}/issue`, director.token)).status).toBe(200)
    expect(await barred(staff, other)).toMatchObject([{ action: 'assessment.sign', code: 'assessment.ownSheet' }])
    const back = await post(`/api/assessments/${staff.id}/return`, other.token, { reason: 'x' })
    expect(back.body.code).toBe('assessment.ownSheet')
  })
})

describe('the second pair of eyes', () => {
  it.each([
    ['2026-03-04T23:59:59', 1],
    ['2026-03-05T00:00:00', 0],
  ])('in a house without a sheet begins while last month’s can be issued in time: %s', async (when, opened) => {
    const { db: fresh } = opened === 1 ? early : late
    await department(fresh, { engineer: { role: 'engineer' } })
    expect(await openDueAssessments(fresh, procedures.assessment, at(when))).toBe(opened)
  })

  it('opens the months that nobody opened since the last one, once, however many look [S0-A-7.9]', async () => {
    const when = at('2026-08-01T00:00:00') + SECOND
    const looks = await Promise.all([1, 2, 3].map(() => openDueAssessments(db, procedures.assessment, when)))
    expect(looks.reduce((sum, opened) => sum + opened, 0)).toBeGreaterThanOrEqual(4)
    for (const month of ['2026-06', '2026-07']) expect((await sheetOf(month)).state).toBe('open')
    expect(await openDueAssessments(db, procedures.assessment, when + DAY)).toBe(0)
  })
})

describe('a year with entries, confirmations, reversals and waivers in any order [S0-A-6.4]', () => {
  it('ends with every settled entry on one sheet, and sheets that add up to the ledger to the fen', async () => {
    // A linear congruence: the same year every time, and no two entries alike.
    let seed = 20_260
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return seed % below
    }
    const crew = await Promise.all([1, 2, 3].map(() => api.signedIn(['engineer'])))
    const from = at('2027-01-01T00:00:00')
    const year = { start: from, days: 365 }
    const one = async () => {
      const { personId } = crew[random(crew.length)]!
      const recordedAt = year.start + random(year.days * 24) * HOUR
      const amountFen = random(20_000) - 10_000
      const id = await enter(personId, amountFen, recordedAt)
      const kind = ['confirmation', 'reversal', 'waiver'][random(3)]!
      await about(id, personId, kind, kind === 'confirmation' ? 0 : -amountFen, recordedAt + random(120 * 24) * HOUR)
    }
    for (let i = 0; i < 120; i++) await one()
    const months = Array.from(
      { length: 17 },
      (_, i) => `${2027 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
    )
    now = at('2026-08-02T09:00:00')
    for (const month of ['2026-05', '2026-06', '2026-07']) {
      const sheet = await sheetOf(month)
      if (sheet.issuedAt === null) await post(`/api/assessments/${sheet.id}/issue`, director.token)
    }
    let sum = 0
    for (const month of months) {
      now = periodNamed('monthly', month).untilAt + HOUR
      await openMonth(month)
      const { id } = await sheetOf(month)
      const issued = await post(`/api/assessments/${id}/issue`, director.token)
      expect(issued.body).toMatchObject({ caseId: id })
      const { sheet } = await sheetOf(month)
      for (const { totalFen, personId } of sheet.people)
        if (crew.some((member) => member.personId === personId)) sum += totalFen
    }
    const ids = crew.map(({ personId }) => personId)
    const ledger = (await db.select().from(consequences)).filter((row) => ids.includes(row.personId!))
    expect(sum).toBe(ledger.reduce((total, row) => total + row.amountFen, 0))
    const held = new Set((await db.select().from(assessmentLines)).map((line) => line.consequenceId))
    expect(ledger.filter((row) => row.kind !== 'confirmation' && !held.has(row.id))).toEqual([])
  }, 60_000)
})
