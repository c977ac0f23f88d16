import { moment } from '../consequence/moment.ts'
import type { Text } from '../text.ts'
import { formOf, type FormName } from './forms.ts'

/** How what somebody judged of a report came about. */
export const reportSentences: Readonly<Record<string, (arithmetic: Readonly<Record<string, unknown>>) => Text>> = {
  reportJudged: ({ form, period, receivedAt }) => {
    const { label } = formOf(form as FormName)
    const came = receivedAt
      ? { zh: `于 ${moment(receivedAt)} 收到`, en: `came at ${moment(receivedAt)}` }
      : { zh: '当时尚未收到', en: 'had not come by then' }
    return {
      zh: `${label.zh}（${String(period)}）${came.zh}，总经理认定未按时提交（制度未写期限，故由总经理认定）。`,
      en: `${label.en} of ${String(period)} ${came.en}; that was not in time: the rulebook names no deadline, so the general manager judged it.`,
    }
  },
}
