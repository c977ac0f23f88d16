import type { Template } from '../notification/template.ts'
import { FORM_NAMES, formOf, type FormName } from './forms.ts'

const ANY = { label: { zh: '报告', en: 'a report' } }

/** What people are told about reports. */
export const reportTemplates = {
  'report.requested': ({ params }) => {
    // A form of long ago may be gone; its notices still say that something was asked for.
    const { label } = FORM_NAMES.includes(params.form as FormName) ? formOf(params.form as FormName) : ANY
    return {
      title: { zh: `要求您报送：${label.zh}`, en: `You are asked for: ${label.en}` },
      body: { zh: '内容和期限见待办。', en: 'What is wanted and by when stands with the task.' },
    }
  },
} as const satisfies Record<`${string}.${string}`, Template>
