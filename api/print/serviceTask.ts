import { readTask } from '../../db/serviceTask/read.ts'
import { ALWAYS_CARRIED, noticeFields, preTripFields } from '../../rules/serviceTask/form.ts'
import { ASPECTS, aspectLabels, gradeLabels } from '../../rules/serviceTask/ratings.ts'
import { refuse } from '../../rules/problem.ts'
import type { Text } from '../../rules/text.ts'
import { yuanOf } from '../assessment/text.ts'
import { box } from '../pdf/parts.ts'
import { clock } from '../pdf/text.ts'
import { namedBox, namesIn, reachFor, wholeCase, type ReadPaper, type Wanted } from './form.ts'
import type { Entry } from './paper.ts'
import { photosOf, pictureOf, printableImage } from './pictures.ts'

async function taskFor(wanted: Wanted) {
  const { db, caseId, caller } = wanted
  const task = await readTask(db, caseId, reachFor(wanted, 'serviceTask.read'), caller.personId)
  if (!task) return refuse('case.unknown', { field: 'id' })
  const [{ facts }, nameOf] = await Promise.all([wholeCase(wanted), namesIn(db)])
  const done = (kind: string) => {
    const fact = facts.findLast((one) => one.kind === kind)
    return { name: nameOf(fact?.byId), at: fact?.occurredAt, written: fact ? clock(fact.occurredAt) : '' }
  }
  const signedBox = (label: Text, kind: string) => {
    const { name, at } = done(kind)
    return namedBox(label, name, at)
  }
  return { task, nameOf, done, signedBox, facts }
}
type Found = Awaited<ReturnType<typeof taskFor>>

const noticeEntries = ({ task }: Found): Entry[] => [
  { label: noticeFields.customerId, value: task.customerName },
  { label: { zh: '产品', en: 'product' }, value: task.product },
  { label: noticeFields.contactName, value: task.contactName },
  { label: noticeFields.contactDetails, value: task.contactDetails },
  { label: noticeFields.requirement, value: task.requirement, wide: true },
  { label: noticeFields.siteSituation, value: task.siteSituation, wide: true },
]

/** The service notice with its signature and the ground of it (S0-A-3.1a, S0-A-3.1b). */
export const serviceNotice: ReadPaper = async (wanted) => {
  const found = await taskFor(wanted)
  const { task, nameOf, signedBox, facts } = found
  const ground = facts.findLast((fact) => fact.kind === 'signed')?.data['ground'] as keyof typeof GROUNDS | undefined
  return {
    sections: [
      { entries: noticeEntries(found) },
      {
        entries: [
          { label: { zh: '提出人', en: 'requested by' }, value: nameOf(task.issuerId) },
          { label: { zh: '提出时间', en: 'requested at' }, value: clock(task.startedAt) },
          { label: { zh: '签发依据', en: 'ground for signing' }, value: ground && GROUNDS[ground], wide: true },
        ],
      },
    ],
    boxes: [
      namedBox({ zh: '提出人', en: 'Requested by' }, nameOf(task.issuerId), task.startedAt),
      signedBox({ zh: '签发', en: 'Signed by' }, 'signed'),
    ],
  }
}

const GROUNDS = {
  gm: '总经理签发 signed by the general manager',
  gmAway: '总经理不在，服务部主任签发 the general manager was away',
  direct: '服务部主任直接签发 signed directly by the service director',
} as const

/** The project responsibility form, as far as it is filled in, with scores, signature and pictures (S0-A-9). */
export const responsibilityForm: ReadPaper = async (wanted) => {
  const found = await taskFor(wanted)
  const { task, nameOf, done, signedBox } = found
  const { db, caseId } = wanted
  const { travel, record, ...form } = task.form
  const rating = task.ratings[0]
  const drawn = rating && (await signatureOf(wanted, rating))
  const tool = (name: string) =>
    name in ALWAYS_CARRIED ? ALWAYS_CARRIED[name as keyof typeof ALWAYS_CARRIED].zh : name
  const list = (things: readonly string[] | undefined) => things?.join('、')
  const at = (instant: number | undefined) => (instant === undefined ? undefined : clock(instant))
  const lines = (pairs: readonly (readonly [string, string])[] | undefined) =>
    pairs?.map(([first, second]) => `${first}　${second}`).join('\n')
  return {
    sections: [
      {
        head: { zh: '任务', en: 'Task' },
        entries: [...noticeEntries(found), { label: { zh: '工程师', en: 'engineer' }, value: nameOf(task.engineerId) }],
      },
      {
        head: { zh: '出发前', en: 'Before the trip' },
        entries: [
          { label: preTripFields.site, value: form.site?.situation, wide: true },
          { label: preTripFields.solution, value: form.solution, wide: true },
          { label: preTripFields.tools, value: list(form.tools?.map(tool)), wide: true },
          { label: preTripFields.documents, value: list(form.documents) },
          { label: preTripFields.spares, value: list(form.spares) },
          { label: preTripFields.appointmentAt, value: at(form.appointmentAt) },
          { label: preTripFields.estimateAt, value: at(form.estimateAt) },
          {
            label: preTripFields.travel,
            value:
              travel &&
              `${travel.destination}，${travel.transport}，${travel.departOn} 至 ${travel.returnOn}` +
                (travel.costFen === undefined ? '' : `，${yuanOf(travel.costFen)} 元`),
            wide: true,
          },
        ],
      },
      {
        head: { zh: '现场', en: 'On site' },
        entries: [
          { label: { zh: '抵达', en: 'arrived' }, value: done('arrived').written },
          { label: { zh: '完成', en: 'complete' }, value: done('completed').written },
          { label: { zh: '工作内容', en: 'what was done' }, value: record?.work, wide: true },
          { label: { zh: '解决情况', en: 'how it was resolved' }, value: record?.resolution, wide: true },
          {
            label: { zh: '使用材料', en: 'materials used' },
            value: lines(record?.materials?.map(({ item, quantity }) => [item, quantity])),
            wide: true,
          },
          {
            label: { zh: '市场信息', en: 'market information' },
            value: lines(form.market?.map(({ item, content }) => [item, content])),
            wide: true,
          },
          { label: { zh: '返程规划', en: 'plan of the return' }, value: form.returnPlan, wide: true },
        ],
      },
      {
        head: { zh: '客户评分', en: "The customer's scores" },
        entries: [
          ...ASPECTS.map((aspect) => ({
            label: aspectLabels[aspect],
            value: rating?.[aspect] && gradeLabels[rating[aspect]].zh,
          })),
          { label: { zh: '签字时间', en: 'signed at' }, value: rating && clock(rating.signedAt) },
          { label: { zh: '台账编号', en: 'ledger number' }, value: form.ledgerNumber },
        ],
      },
    ],
    boxes: [
      box(
        { zh: '客户签字', en: 'Customer' },
        rating ? clock(rating.signedAt) : '',
        drawn ? { image: drawn, fit: [110, 44] } : undefined,
      ),
      signedBox({ zh: '工程师', en: 'Engineer' }, 'recorded'),
      signedBox({ zh: '计划审批', en: 'Plan approved' }, 'planApproved'),
      signedBox({ zh: '主管确认', en: 'Confirmed' }, 'confirmed'),
    ],
    pictures: await photosOf(db, caseId),
  }
}

/** The signature as it was drawn: a file of the case, or in the rating itself where it was taken before that. */
async function signatureOf(
  { db, caseId }: Wanted,
  rating: { signatureFileId: string | null; signature: string | null },
) {
  if (rating.signatureFileId) return pictureOf(db, caseId, rating.signatureFileId)
  const [, mediaType, base64] = /^data:(image\/(?:png|jpeg));base64,(.+)$/.exec(rating.signature ?? '') ?? []
  return base64 ? printableImage(Buffer.from(base64, 'base64'), mediaType!) : undefined
}
