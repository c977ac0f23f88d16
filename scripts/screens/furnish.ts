import { eq } from 'drizzle-orm'
import type { Db } from '../../db/client.ts'
import { contact, customer } from '../../db/schema/customer.ts'
import { person } from '../../db/schema/person.ts'
import { HOUR, MINUTE } from '../../rules/instant.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { assessed } from '../../tests/support/assessed.ts'
import { CALLER, PASSWORD, workplaceOf } from '../../tests/support/workplace.ts'
import { evaluated } from './evaluation.ts'
import { furnishGuests } from './guests.ts'

const NAMES = {
  gm: '周总',
  deputy: '沈佳',
  manager: '韩磊',
  service: '何静',
  region: '孟涛',
  office: '罗敏',
  taker: '许晴',
  support: '方宇',
  engineer: '郑凯',
  director: '陆川',
  hr: '曹蕾',
  finance: '苏敏',
  president: '程远',
}

/** The pages worth a picture, by name; as who looks at them: null is somebody without an account. */
export type Pictures = readonly { as: string | null; pages: Record<string, string> }[]

/** Puts a small department with a lively morning into the running product. */
export async function furnish(db: Db, origin: string): Promise<Pictures> {
  const { people, missed, telephone } = await workplaceOf(db, origin)
  for (const [key, name] of Object.entries(NAMES))
    await db
      .update(person)
      .set({ name })
      .where(eq(person.id, people[key as keyof typeof NAMES]))

  await db.update(contact).set({ name: '梁先生' })
  await db.update(customer).set({ name: '清河供电公司' })

  async function as(username: string) {
    const post = async (path: string, body: unknown, token?: string) => {
      const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
      const answer = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
      return (await answer.json()) as { token: string; id: string; caseId: string }
    }
    const { token } = await post('/api/session', { username, password: PASSWORD })
    return (path: string, body: unknown) => post(path, body, token)
  }
  const ago = (ms: number) => formatInstant(Date.now() - ms)
  const deputy = await as('deputy')
  const taker = await as('taker')

  await missed(CALLER)
  await missed('+8613900000077')
  await taker('/api/calls', { number: '021-55550123', occurredAt: ago(40 * MINUTE) })
  await telephone('+8613900000055', [{ event: 'newCall' }, { event: 'answer', user: 'deputy' }])
  const annex = {
    customerInfo: '城东变电站，值班室',
    name: '钱工',
    contactDetails: '13900000088',
    employer: '城东供电公司',
    reason: '远动装置通信中断',
    productSituation: '投运三年，今晨起告警',
    demand: '今天恢复通信',
  }
  const callId = crypto.randomUUID()
  const { caseId } = await deputy('/api/calls/answered', {
    callId,
    number: '13900000088',
    occurredAt: ago(25 * MINUTE),
  })
  const record = { endedAt: ago(20 * MINUTE), category: 'serviceNeed', annex, store: { customerName: '城东供电公司' } }
  await deputy(`/api/calls/${caseId}/record`, record)
  await deputy(`/api/calls/${caseId}/assignments`, { assigneeId: people.support, occurredAt: ago(19 * MINUTE) })

  const engineer = await as('engineer')
  const incident = await engineer('/api/incidents', {
    title: '主变保护误动，一条线路停电',
    description: '09:12 二次回路异常，保护误动作；已切换到备用装置，停电两分钟。',
    flags: ['qualityIncident', 'customerIndicators'],
    knownAt: ago(HOUR / 3),
    phones: [{ role: 'regionalManager', reached: true, occurredAt: ago(17 * MINUTE) }],
  })
  const guests = await furnishGuests(db, people, engineer)
  const made = await assessed(db, people)
  const evaluationPages = await evaluated(await as('director'), people.engineer)
  const deputys = {
    workplace: '/',
    'workplace-done': '/?tab=done',
    'workplace-copies': '/?tab=copies',
    figures: '/figures',
    calls: '/calls',
    'take-a-call': '/calls/take',
    'case-call': `/cases/${caseId}`,
    'case-drawer': `/calls?case=${caseId}`,
    incidents: '/incidents',
    'report-incident': '/incidents/new',
    'case-incident': `/cases/${incident.id}`,
    'service-tasks': '/service-tasks',
    'service-notice': '/service-tasks/new',
    'service-ledger': '/service-tasks/ledger',
    'case-service-task': `/cases/${guests.taskId}`,
    repairs: '/equipment/repairs',
    'record-a-repair': '/equipment/repairs?open=new',
    'staff-changes': '/staff-changes',
    rulebooks: '/rulebook',
    rulebook: '/rulebook/S2',
  }
  return [
    { as: 'deputy', pages: deputys },
    { as: 'hr', pages: { 'plan-a-staff-change': '/staff-changes/new', 'equipment-label': guests.label } },
    { as: 'president', pages: assessmentPages(made) },
    {
      as: 'engineer',
      pages: {
        site: '/site',
        'site-task': `/site/${guests.taskId}`,
        'my-entries': '/my-entries',
        'case-entry': `/entries/${made.provisionalId}`,
        pay: '/pay',
      },
    },
    { as: 'director', pages: { ...rulebookPages(made), ...evaluationPages } },
    { as: 'sysadmin', pages: administrationPages },
    { as: null, pages: guests.pages },
  ]
}

type Made = Awaited<ReturnType<typeof assessed>>

const assessmentPages = (made: Made) => ({
  ledger: '/ledger',
  appeals: '/appeals',
  penalties: '/penalties',
  'case-penalty': `/cases/${made.penaltyId}`,
  accidents: '/accidents',
  'case-accident': `/cases/${made.accidentId}`,
  windows: '/windows',
  'case-recommendation': `/cases/${made.recommendationId}`,
  reports: '/reports',
  sheets: '/assessments',
  'case-sheet': `/cases/${made.sheetId}`,
  statements: '/statements',
  fund: '/fund',
})

const administrationPages = {
  account: '/account',
  'first-morning': '/first-morning?step=people',
  'first-morning-company': '/first-morning?step=company',
  'first-morning-accounts': '/first-morning?step=accounts',
  people: '/admin/people',
  'enter-a-person': '/admin/people?open=new',
  organisation: '/admin/organisation',
  absences: '/admin/absences',
  substitutions: '/admin/substitutions',
  duty: '/admin/duty',
  customers: '/admin/customers',
  'resident-posts': '/admin/resident-posts?open=new',
  equipment: '/admin/equipment',
  calendars: '/admin/calendars?year=2026',
  'import-a-year': '/admin/calendars?open=year',
  bindings: '/admin/bindings',
  sources: '/admin/sources',
  channels: '/admin/channels',
  audit: '/admin/audit',
}

const rulebookPages = (made: Made) => ({
  'report-accident': '/accidents/new',
  'propose-penalty': '/penalties/new',
  'rulebook-clauses': '/rulebook/S0A?show=clauses',
  'rulebook-version': '/rulebook/S0A/versions/1',
  'draft-a-change': '/rulebook/S0A/draft?key=accident.fineI',
  'case-draft': `/cases/${made.draftId}`,
  drafts: '/drafts',
  blanks: '/blanks',
  backtest: '/backtest?policy=S0A',
})
