import { type Template } from '../notification/template.ts'
import { programmeOf } from './programmes.ts'
import { gradeNamed } from './result.ts'
import { measureOf } from '../measure/measures.ts'

/** What people are told about evaluations and measures. Reasons stay where they were written. */
export const evaluationTemplates = {
  'evaluation.opened': ({ params }) => {
    const label = programmeOf(String(params.programme))?.label
    return {
      title: { zh: `待考核：${label?.zh ?? ''}`, en: `To be evaluated: ${label?.en ?? ''}` },
      body: {
        zh: `考核时段 ${String(params.fromOn)} 至 ${String(params.toOn)}。依据：${String(params.clause)}`,
        en: `From ${String(params.fromOn)} to ${String(params.toOn)}. Under: ${String(params.clause)}`,
      },
    }
  },
  'evaluation.assessed': ({ params }) => {
    const programme = programmeOf(String(params.programme))
    const grade = programme && gradeNamed(programme, String(params.grade))?.label
    return {
      title: { zh: `考核结果：${grade?.zh ?? ''}`, en: `Your evaluation: ${grade?.en ?? ''}` },
      body: {
        zh: `${programme?.label.zh ?? ''}，${String(params.fromOn)} 至 ${String(params.toOn)}，总分 ${String(params.total)}。评分和理由见考核。`,
        en: `${programme?.label.en ?? ''}, ${String(params.fromOn)} to ${String(params.toOn)}: ${String(params.total)}. Scores and reasons stand in the evaluation.`,
      },
    }
  },
  'measure.proposed': ({ params }) => {
    const label = measureOf(String(params.measure))?.label
    return {
      title: { zh: `奖惩措施待裁定：${label?.zh ?? ''}`, en: `A measure waits for your decision: ${label?.en ?? ''}` },
      body: {
        zh: `依据：${String(params.clause)}。理由和依据见措施。`,
        en: `Under: ${String(params.clause)}. Reason and evidence stand with the measure.`,
      },
    }
  },
  'measure.decided': ({ params }) => {
    const label = measureOf(String(params.measure))?.label
    const yes = params.approved === true
    return {
      title: {
        zh: `${yes ? '已批准' : '未批准'}：${label?.zh ?? ''}`,
        en: `${yes ? 'Approved' : 'Not approved'}: ${label?.en ?? ''}`,
      },
      body: {
        zh: `依据：${String(params.clause)}。裁定理由见措施。`,
        en: `Under: ${String(params.clause)}. The reasons stand with the measure.`,
      },
    }
  },
} as const satisfies Record<`${string}.${string}`, Template>
