import { assessmentTemplates } from '../assessment/templates.ts'
import { evaluationTemplates } from '../evaluation/templates.ts'
import { incidentFlagLabels } from '../incident/incident.ts'
import { accidentTemplates } from '../accident/templates.ts'
import { appealTemplates } from '../appeal/templates.ts'
import { consequenceTemplates } from '../consequence/templates.ts'
import { fundTemplates } from '../fund/templates.ts'
import { payTemplates } from '../pay/templates.ts'
import { customerLinkTemplates } from '../customerLink/templates.ts'
import { reportTemplates } from '../report/templates.ts'
import { statementTemplates } from '../statement/templates.ts'
import { rulebookTemplates } from '../rulebook/templates.ts'
import { staffChangeTemplates } from '../staffChange/templates.ts'
import { recommendationTemplates } from '../window/templates.ts'
import type { Text } from '../text.ts'
import { when, type Given, type Template, type Wording } from './template.ts'

const promiseOf = ({ promise, params }: Given): Text =>
  promise ?? { zh: String(params.promise), en: String(params.promise) }

/** The clause with its title; a house rule says so and names no clause. */
function clauseOf({ params, clauseTitle }: Given): Text {
  const id = String(params.clause ?? '')
  if (id.startsWith('house:')) return { zh: '内部规则', en: 'house rule' }
  return { zh: [id, clauseTitle?.zh].filter(Boolean).join(' '), en: [id, clauseTitle?.en].filter(Boolean).join(' ') }
}

const opened: Template = (given) => {
  const [what, clause, due] = [promiseOf(given), clauseOf(given), when(given.params.dueAt)]
  return {
    title: { zh: `新待办：${what.zh}`, en: `To do: ${what.en}` },
    body: {
      zh: `“${what.zh}”待您办理${due && `，时限 ${due}`}。\n依据：${clause.zh}`,
      en: `“${what.en}” is yours to do${due && `, by ${due}`}.\nUnder: ${clause.en}`,
    },
  }
}

const reminder: Template = (given) => {
  const [what, clause, due] = [promiseOf(given), clauseOf(given), when(given.params.dueAt)]
  return {
    title: { zh: `待办提醒：${what.zh}`, en: `Reminder: ${what.en}` },
    body: {
      zh: `请于 ${due} 前完成“${what.zh}”。\n依据：${clause.zh}`,
      en: `“${what.en}” is due by ${due}.\nUnder: ${clause.en}`,
    },
  }
}

const escalation: Template = (given) => {
  const [what, clause, due] = [promiseOf(given), clauseOf(given), when(given.params.dueAt)]
  const who: Text = { zh: given.bearer ?? '本部门', en: given.bearer ?? 'the unit' }
  return {
    title: { zh: `超时升级：${what.zh}`, en: `Overdue: ${what.en}` },
    body: {
      zh: `“${what.zh}”应于 ${due} 完成，至今未办结。\n责任人：${who.zh}\n依据：${clause.zh}`,
      en: `“${what.en}” was due by ${due} and is not done.\nBearer: ${who.en}\nUnder: ${clause.en}`,
    },
  }
}

/** The written report (S2-3.3.5b) goes out in its author's own words, under what it is and since when it is known. */
const incidentReport: Template = ({ report }) => {
  const { subject = '', body = '', author = '', flags = [], knownAt } = report ?? {}
  const natures = flags.map((flag) => incidentFlagLabels[flag])
  const kind: Text = { zh: natures.map((one) => one.zh).join('、'), en: natures.map((one) => one.en).join(', ') }
  return {
    title: { zh: `质量事故报告：${subject}`, en: `Quality incident report: ${subject}` },
    body: {
      zh: `性质：${kind.zh}\n知悉时间：${when(knownAt)}\n报告人：${author}\n\n${body}`,
      en: `Nature: ${kind.en}\nKnown at: ${when(knownAt)}\nReported by: ${author}\n\n${body}`,
    },
  }
}

const channelTest: Template = ({ params }) => ({
  title: { zh: '通知渠道测试', en: 'Channel test' },
  body: {
    zh: `收到本信说明邮件渠道工作正常。发起时间：${when(params.at)}`,
    en: `If you can read this, mail works. Asked for at ${when(params.at)}`,
  },
})

/**
 * Every text the product sends or shows on its own account, by name; a missing language does not compile. A noun's own
 * templates are declared beside its rules as `Record<…, Template>` and spread here.
 */
export const templates = {
  'obligation.opened': opened,
  'obligation.reminder': reminder,
  'obligation.escalation': escalation,
  'incident.report': incidentReport,
  'channel.test': channelTest,
  ...consequenceTemplates,
  ...appealTemplates,
  ...rulebookTemplates,
  ...accidentTemplates,
  ...recommendationTemplates,
  ...staffChangeTemplates,
  ...customerLinkTemplates,
  ...assessmentTemplates,
  ...payTemplates,
  ...reportTemplates,
  ...fundTemplates,
  ...statementTemplates,
  ...evaluationTemplates,
} as const satisfies Record<`${string}.${string}`, Template>

export type TemplateName = keyof typeof templates

/** A notice in words. One whose template is gone (an old row) still says that there is something to look at. */
export function render(name: string, given: Given): Wording {
  const template = (templates as Readonly<Record<string, Template>>)[name]
  if (template) return template(given)
  return {
    title: { zh: '您有一条通知', en: 'There is a notice for you' },
    body: { zh: '请登录系统查看。', en: 'Please sign in to see it.' },
  }
}
