import type { Instant } from '../instant.ts'
import { when, type Wording } from '../notification/template.ts'
import type { LinkPurpose } from './link.ts'

/** What a customer is mailed with a link. Nothing of the matter stands in it: a mail may be read by others. */
export function linkLetter(purpose: LinkPurpose, url: string, expiresAt: Instant): Wording {
  const until = when(expiresAt)
  const zh = {
    appointment: '请打开以下链接，确认我们的服务时间，或改到您方便的时间：',
    rating: '请打开以下链接，为本次服务评分并签字：',
  }[purpose]
  const en = {
    appointment: 'Please open this link to confirm when we come, or to choose a time that suits you better:',
    rating: 'Please open this link to rate our service and to sign for it:',
  }[purpose]
  return {
    title: {
      zh: purpose === 'appointment' ? '请确认服务时间' : '请评价本次服务',
      en: purpose === 'appointment' ? 'Please confirm the appointment' : 'Please rate our service',
    },
    body: {
      zh: `您好：\n${zh}\n${url}\n\n链接有效至 ${until}（北京时间），只供您本人使用，请勿转发。`,
      en: `Hello,\n${en}\n${url}\n\nIt is valid until ${until} (Beijing time) and meant for you alone; please do not pass it on.`,
    },
  }
}
