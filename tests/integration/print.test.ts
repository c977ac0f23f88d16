import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../api/procedures.ts'
import { accidentBulletin, accidentReflection } from '../../api/print/accident.ts'
import { annex1 } from '../../api/print/call.ts'
import type { ReadPaper } from '../../api/print/form.ts'
import { incidentReport } from '../../api/print/incident.ts'
import { responsibilityForm, serviceNotice } from '../../api/print/serviceTask.ts'
import { changeApplication, handoverConfirmation } from '../../api/print/staffChange.ts'
import { addAttachment, attachTo } from '../../db/attachment/attach.ts'
import { recordIncident } from '../../db/incident/record.ts'
import { submitReport } from '../../db/incident/report.ts'
import { completeTask, recordService } from '../../db/serviceTask/complete.ts'
import { formsOf } from '../../rules/print/forms.ts'
import type { Grant } from '../../rules/permissions.ts'
import type { Role } from '../../rules/roles.ts'
import { drawnOf } from '../../api/serviceTask/shapes.ts'
import { accidentDesk, COMPLAINT_I } from '../support/accidents.ts'
import { testApi } from '../support/api.ts'
import { testDb } from '../support/database.ts'
import { customerOf, department } from '../support/department.ts'
import { scored, serviceTasks, SIGNATURE } from '../support/serviceTask.ts'
import { siteUnder } from '../support/site.ts'
import { at, stepsOn } from '../support/staffChange.ts'

const { db } = await testDb()
const api = await testApi(db)
const people = await department(db, {
  gm: { role: 'companyGm' },
  director: { role: 'serviceDirector', superior: 'gm' },
  engineer: { role: 'engineer', superior: 'director' },
  successor: { role: 'engineer', superior: 'director' },
  regional: { role: 'regionalManager', superior: 'director', email: 'regional@example.com' },
  sales: { role: 'salesperson' },
  office: { role: 'salesBackOffice' },
  pm: { role: 'contractorPm', kind: 'contractor' },
  information: { role: 'clientInformation', kind: 'client' },
})
const { customerId } = await customerOf(db, '+8613800000001')
const tasks = serviceTasks(db, { ...people, customerId })

/** A form as read for somebody who holds a role everywhere: the entries filled in, by their Chinese labels. */
async function filled(read: ReadPaper, caseId: string, role: Role = 'companyGm', personId = people.gm) {
  const grants: Grant[] = [{ role, regionId: null }]
  const caller = { userId: 'u', sessionId: 's', personId, grants }
  const paper = await read({ db, caseId, caller, now: at('10-30T09:00:00') })
  const entries = paper.sections.flatMap((section) => section.entries)
  return {
    paper,
    ...Object.fromEntries(entries.map((entry) => [entry.label.zh, entry.value ?? ''])),
  } as { paper: typeof paper } & Record<string, string>
}

/** The form over the API, as whoever holds a role gets it. */
async function printed(caseId: string, form: string, token: string) {
  const answer = await fetch(`${api.url}/api/cases/${caseId}/print/${form}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  return { answer, bytes }
}

let taskId: string, incidentId: string, changeId: string, accidentId: string
beforeAll(async () => {
  taskId = await tasks.onSite(at('04-03T09:00:00'), at('04-07T18:00:00'))
  const picture = { name: 'a.png', ...drawnOf(SIGNATURE), sentById: people.engineer }
  const broken = { ...picture, bytes: Buffer.from('\x89PNG\r\n\x1a\nno picture', 'latin1') }
  await db.transaction(async (tx) => {
    for (const [file, purpose] of [
      [picture, 'photo'],
      [broken, 'stamp'],
    ] as const) {
      const { id } = await addAttachment(tx, file, at('04-07T17:00:00'))
      await attachTo(tx, { caseId: taskId, ids: [id], byId: people.engineer, field: '', purpose })
    }
  })
  await tasks.does(completeTask)(taskId, people.engineer, at('04-07T17:30:00'), {})
  await tasks.does(recordService)(taskId, people.engineer, at('04-07T17:40:00'), {
    work: '更换模块',
    resolution: '已上线',
    materials: [{ item: '通信模块', quantity: '2' }],
  })
  await tasks.rate(taskId, at('04-07T17:58:00'), scored('excellent', 'good', 'fair'))
  const incident = {
    knowerId: people.engineer,
    byId: people.engineer,
    knownAt: at('02-16T23:40:00'),
    flags: ['qualityIncident'] as const,
    title: '终端批量离线',
    description: '㴨水台区 𬎆 号',
  }
  const now = at('02-16T23:45:00')
  const { caseId } = await db.transaction((tx) =>
    recordIncident(tx, procedures.incident, { ...incident, flags: [...incident.flags] }, now),
  )
  incidentId = caseId
  const site = await siteUnder(db, 'S4-S', [people.pm, people.information])
  const steps = stepsOn(db, site, people.pm)
  const who = { outgoingId: people.engineer, incomingId: people.successor }
  changeId = (await steps.start({ ...who, plan: { takesOverOn: '2026-10-20' } }, '09-14T09:00:00')).caseId
  await steps.notice(changeId, '09-18T09:00:00')
  await steps.apply(changeId, '09-28T09:00:00')
  await steps.decide(changeId, '09-29T10:00:00', 'clientInformation', people.information)
  accidentId = await accidentDesk(db, people.director).report(people.engineer, COMPLAINT_I, at('05-06T10:00:00'))
})

describe('forms on paper', () => {
  it('the service notice says who signed it, and on what ground [S0-A-3.1a] [S0-A-3.1b]', async () => {
    const one = await filled(serviceNotice, taskId)
    expect(one).toMatchObject({ 客户单位: '㴨水供电公司', 联系人: '𬎆先生', 现场情况: '变电站，需办工作票' })
    expect(one['签发依据']).toContain('总经理签发')
    expect(JSON.stringify(one.paper.boxes)).toContain('成员gm')
  })

  it('the responsibility form holds the whole task, the scores, the signature and the pictures [S0-A-9] [S0-A-3.13]', async () => {
    const { paper, ...one } = await filled(responsibilityForm, taskId)
    expect(one).toMatchObject({
      工程师: '成员engineer',
      工具: 'U 盘、螺丝刀、装好产品资料的笔记本电脑',
      预计完成时间: '2026-04-07 18:00',
      完成: '2026-04-07 17:30',
      使用材料: '通信模块　2',
      服务态度: '优',
      服务效果: '中',
      签字时间: '2026-04-07 17:58',
    })
    expect(JSON.stringify(paper.boxes)).toContain(SIGNATURE)
    // A file that is no picture is named, and spoils nothing.
    expect(paper.pictures!.map(({ image }) => image)).toEqual([SIGNATURE, null])
  })

  it('an incident has no report to print before it is written, and then its latest [S2-3.3.5b]', async () => {
    await expect(filled(incidentReport, incidentId)).rejects.toMatchObject({ code: 'print.notYet' })
    const report = {
      caseId: incidentId,
      subject: '终端离线',
      body: '已断电复位。',
      byId: people.engineer,
      actsFor: false,
    }
    await db.transaction((tx) => submitReport(tx, procedures.incident, report, at('02-17T00:20:00')))
    expect(await filled(incidentReport, incidentId)).toMatchObject({ 主题: '终端离线', 知情时间: '2026-02-16 23:40' })
  })

  it('a change of staff has its application, and the confirmation once the handover has begun [S4-S-3.3]', async () => {
    const one = await filled(changeApplication, changeId, 'contractorPm', people.pm)
    expect(one).toMatchObject({ 离任人员: '成员engineer', 接替人员: '成员successor', 接替日: '2026-10-20' })
    expect(one['随附材料']).toContain('证书.pdf')
    await expect(filled(handoverConfirmation, changeId)).rejects.toMatchObject({ code: 'print.notYet' })
    const others = filled(changeApplication, changeId, 'clientHr', people.sales)
    await expect(others).rejects.toMatchObject({ code: 'staffChange.unknown' })
  })

  it('an accident has its papers once they are written, for those who may see it', async () => {
    for (const read of [accidentBulletin, accidentReflection])
      await expect(filled(read, accidentId)).rejects.toMatchObject({ code: 'print.notYet' })
    await expect(filled(accidentBulletin, accidentId, 'salesperson', people.sales)).rejects.toMatchObject({
      code: 'case.unknown',
    })
  })

  it('come as PDF over the API, to whoever may read the case and to nobody else', async () => {
    const gm = await api.signedIn(['companyGm'])
    for (const form of Object.keys(formsOf('serviceTask'))) {
      const { answer, bytes } = await printed(taskId, form, gm.token)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    }
    expect((await printed(incidentId, 'report', gm.token)).answer.status).toBe(200)
    expect((await printed(changeId, 'application', gm.token)).answer.status).toBe(200)
    expect((await printed(taskId, 'annex1', gm.token)).answer.status).toBe(404)
    const client = await api.signedIn(['clientHr'])
    expect((await printed(taskId, 'notice', client.token)).answer.status).toBe(403)
    expect((await printed(changeId, 'application', client.token)).answer.status).toBe(404)
  })

  it('of a call is Annex 1 as it was recorded [S2-3.1.3]', async () => {
    const taker = await api.signedIn(['callTaker'])
    const as = taker.token
    const occurredAt = new Date(Date.now() - 60_000).toISOString()
    const call = { callId: crypto.randomUUID(), number: '13900000088', occurredAt }
    const { body } = await api.ask('post', '/api/calls/answered', { as, body: call })
    const annex = {
      customerInfo: '城东变电站',
      name: '𬎆工',
      contactDetails: '13900000088',
      employer: '城东供电公司',
      reason: '远动装置通信中断',
      productSituation: '投运三年',
      demand: '今天恢复',
    }
    const record = {
      endedAt: new Date().toISOString(),
      category: 'serviceNeed',
      annex,
      store: { customerName: '城东供电公司' },
    }
    expect(
      (await api.ask('post', `/api/calls/${body.caseId}/record`, { as, body: record })).body.detail,
    ).toBeUndefined()
    expect(await filled(annex1, body.caseId)).toMatchObject({
      来电事由: '远动装置通信中断',
      姓名: '𬎆工',
      分类: '服务需求 Service need',
    })
    expect((await printed(body.caseId, 'annex1', as)).answer.status).toBe(200)
  })
})
