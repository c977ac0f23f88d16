import type { Instant } from '../instant.ts'
import { when, yuan } from '../notification/template.ts'
import type { Text } from '../text.ts'
import { gradeLabels, GRADES } from '../serviceTask/ratings.ts'
import type { Figures } from './figures.ts'
import { formOf, type FormName, type Section, type Sections } from './forms.ts'

/** A service task the author worked on in the period. */
export interface WorkedTask {
  customer: string
  requirement: string
  /** What its author settled in the period. */
  kept: readonly Text[]
  ended: boolean
}

/** What the author settled in cases of one other kind in the period, and how often. */
export interface OtherWork {
  kind: Text
  kept: readonly { label: Text; times: number }[]
}

/** A promise of the author's, by what it is called. */
export interface OwnPromise {
  label: Text
  dueAt: Instant | null
}

/** What an engineer of the department handed in for the same period; null: nothing yet. */
export interface TeamReport {
  name: string
  sections: Sections | null
}

/** What a report can be drafted from. */
export interface Material {
  tasks: readonly WorkedTask[]
  /** Calls, incidents, staff changes and whatever else the author worked on. */
  others: readonly OtherWork[]
  late: readonly OwnPromise[]
  /** Open promises, for the plan. */
  open: readonly OwnPromise[]
  team: readonly TeamReport[]
  figures: Figures
}

export type Draft = Record<Section, Text>

const nothing: Text = { zh: '', en: '' }
const EMPTY: Draft = { progress: nothing, problems: nothing, plan: nothing, suggestions: nothing }

/** A report as far as the cases can write it: people edit rather than type. What only people know stays empty. */
export function draftOf(form: FormName, material: Material): Draft {
  if (form === 'serviceStatistics') return { ...EMPTY, progress: lines(figureLines(material.figures)) }
  if (formOf(form).about === 'own')
    return {
      progress: lines([...material.tasks.map(taskLine), ...material.others.map(otherLine)]),
      problems: lines(material.late.map(lateLine)),
      plan: lines(material.open.map(openLine)),
      suggestions: nothing,
    }
  const compiled = {
    progress: lines([...figureLines(material.figures), ...teamLines(material.team, 'progress'), ...missing(material)]),
    problems: lines([...material.late.map(lateLine), ...teamLines(material.team, 'problems')]),
    plan: lines([...material.open.map(openLine), ...teamLines(material.team, 'plan')]),
    suggestions: lines(teamLines(material.team, 'suggestions')),
  }
  return form === 'monthlyReport' || formOf(form).every
    ? { ...compiled, progress: lines(figureLines(material.figures)) }
    : compiled
}

function taskLine({ customer, requirement, kept, ended }: WorkedTask): Text {
  const done: Text = {
    zh: kept.length === 0 ? '' : `，已完成：${kept.map((one) => one.zh).join('、')}`,
    en: kept.length === 0 ? '' : `; done: ${kept.map((one) => one.en).join(', ')}`,
  }
  return {
    zh: `${customer}：${requirement}${done.zh}${ended ? '（已办结）' : ''}`,
    en: `${customer}: ${requirement}${done.en}${ended ? ' (closed)' : ''}`,
  }
}

const otherLine = ({ kind, kept }: OtherWork): Text => ({
  zh: `${kind.zh}：${kept.map(({ label, times }) => `${label.zh} ${times} 次`).join('、')}`,
  en: `${kind.en}: ${kept.map(({ label, times }) => `${label.en} ×${times}`).join(', ')}`,
})

const lateLine = ({ label, dueAt }: OwnPromise): Text => ({
  zh: `${label.zh}：应于 ${when(dueAt)} 完成，已超时`,
  en: `${label.en}: due at ${when(dueAt)}, late`,
})

const openLine = ({ label, dueAt }: OwnPromise): Text => ({
  zh: dueAt === null ? label.zh : `${label.zh}（${when(dueAt)} 前）`,
  en: dueAt === null ? label.en : `${label.en} (by ${when(dueAt)})`,
})

/** People's own words stand in both languages as they were written. */
const teamLines = (team: readonly TeamReport[], section: Section): Text[] =>
  team.flatMap(({ name, sections }) => {
    const said = sections?.[section]
    return said ? [{ zh: `【${name}】${said}`, en: `[${name}] ${said}` }] : []
  })

function missing({ team }: Material): Text[] {
  const names = team.filter(({ sections }) => sections === null).map(({ name }) => name)
  return names.length === 0
    ? []
    : [{ zh: `尚未收到周报：${names.join('、')}`, en: `Weekly report not received from: ${names.join(', ')}` }]
}

const share = (value: number | null): Text =>
  value === null ? { zh: '无', en: 'none' } : { zh: `${value}%`, en: `${value} %` }

/** S0-A-6.6: timeliness, ratings, completeness of documents, accidents. */
function figureLines(figures: Figures): Text[] {
  const { promises, ratings, documents, accidents } = figures
  const [timely, complete] = [share(figures.timeliness), share(figures.completeness)]
  const scores = (language: 'zh' | 'en') => GRADES.map((grade) => `${gradeLabels[grade][language]} ${ratings[grade]}`)
  return [
    {
      zh: `服务及时率：${timely.zh}（按时 ${promises.onTime}，超时 ${promises.late}，免责 ${promises.excused}）`,
      en: `Timeliness rate: ${timely.en} (on time ${promises.onTime}, late ${promises.late}, excused ${promises.excused})`,
    },
    {
      zh: `客户评价：${scores('zh').join('，')}，无有效签字 ${ratings.unsigned}`,
      en: `Customer ratings: ${scores('en').join(', ')}, unsigned ${ratings.unsigned}`,
    },
    {
      zh: `工作文档完整性：${complete.zh}（${documents.filled}/${documents.expected} 项）`,
      en: `Completeness of documents: ${complete.en} (${documents.filled} of ${documents.expected} entries)`,
    },
    {
      zh: `服务事故：I 类 ${accidents.classI} 起，II 类 ${accidents.classII} 起`,
      en: `Service accidents: class I ${accidents.classI}, class II ${accidents.classII}`,
    },
    {
      zh: `任务：新增 ${figures.cases.opened}，办结 ${figures.cases.ended}；台账金额 ${yuan(figures.finesFen)}`,
      en: `Tasks: ${figures.cases.opened} opened, ${figures.cases.ended} closed; ledger ${yuan(figures.finesFen)}`,
    },
  ]
}

const lines = (all: readonly Text[]): Text => ({
  zh: all.map((line) => line.zh).join('\n'),
  en: all.map((line) => line.en).join('\n'),
})

/** The parts a report still lacks, of those its form asks for. */
export const missingSections = (required: readonly Section[], sections: Sections): Section[] =>
  required.filter((section) => !sections[section]?.trim())
