import { checkVisible, readIncident } from '../../db/incident/read.ts'
import { incidentFlagLabels } from '../../rules/incident/incident.ts'
import { MINUTE } from '../../rules/instant.ts'
import { roles } from '../../rules/roles.ts'
import { refuse } from '../../rules/problem.ts'
import { clock } from '../pdf/text.ts'
import { namedBox, namesIn, reachFor, type ReadPaper } from './form.ts'
import { photosOf } from './pictures.ts'

/** The written report of an incident (S2-3.3.5b), its latest version, with who was told by phone and by mail, and when. */
export const incidentReport: ReadPaper = async (wanted) => {
  const { db, caseId, caller } = wanted
  await checkVisible(db, caseId, reachFor(wanted, 'incident.read'), caller.personId)
  const [one, nameOf] = await Promise.all([readIncident(db, caseId), namesIn(db)])
  const report = one.report.versions.at(-1)
  if (!report) return refuse('print.notYet')
  const minutes = (ms: number | null) => (ms === null ? '' : `（${Math.ceil(ms / MINUTE)} 分钟 min）`)
  const told = one.phones.calls.map(({ role, at, tookMs, triedAt }) => {
    const not = triedAt.length > 0 ? '未打通 not reached' : '尚未拨打 not phoned yet'
    return `${roles[role].zh} ${roles[role].en}：${at === null ? not : clock(at) + minutes(tookMs)}`
  })
  const mailed = one.report.deliveries.map(
    ({ roles: to, personId, acceptedAt }) =>
      `${to.map((role) => roles[role].zh).join('、')} ${nameOf(personId)}：${acceptedAt === null ? '未送达 not accepted' : clock(acceptedAt)}`,
  )
  return {
    sections: [
      {
        entries: [
          { label: { zh: '标题', en: 'title' }, value: one.title, wide: true },
          { label: { zh: '第一知情人', en: 'first to know' }, value: nameOf(one.knowerId) },
          { label: { zh: '知情时间', en: 'known at' }, value: clock(one.knownAt) },
          {
            label: { zh: '性质', en: 'kind' },
            value: one.flags.map((flag) => `${incidentFlagLabels[flag].zh} ${incidentFlagLabels[flag].en}`).join('；'),
            wide: true,
          },
          { label: { zh: '经过', en: 'what happened' }, value: one.description, wide: true },
        ],
      },
      {
        head: { zh: `书面报告（第 ${report.version} 版）`, en: `Written report, version ${report.version}` },
        entries: [
          { label: { zh: '主题', en: 'subject' }, value: report.subject, wide: true },
          { label: { zh: '正文', en: 'text' }, value: report.body, wide: true },
        ],
      },
      {
        head: { zh: '告知', en: 'Who was told' },
        entries: [
          { label: { zh: '电话', en: 'by phone' }, value: told.join('\n'), wide: true },
          { label: { zh: '邮件', en: 'by mail' }, value: mailed.join('\n'), wide: true },
        ],
      },
    ],
    boxes: [namedBox({ zh: '报告人', en: 'Reported by' }, nameOf(report.authorId), report.createdAt)],
    pictures: await photosOf(db, caseId),
  }
}
