import type { Template } from '../notification/template.ts'
import { formOf, type FormName } from './forms.ts'

/** What people are told about reports. */
export const reportTemplates = {
  'report.requested': ({ params }) => {
    const { label } = formOf(params.form as FormName)
    return {
      title: { zh: `要求您报送：${label.zh}`, en: `You are asked for: ${label.en}` },
      body: { zh: '内容和期限见待办。', en: 'What is wanted and by when stands with the task.' },
    }
  },
} as const satisfies Record<`${string}.${string}`, Template>
