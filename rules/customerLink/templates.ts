import { when, type Template } from '../notification/template.ts'
import type { Text } from '../text.ts'

const answers: Readonly<Record<string, Text>> = {
  confirmed: { zh: '客户确认了预约时间', en: 'The customer confirmed the appointment' },
  moved: { zh: '客户改了预约时间', en: 'The customer moved the appointment' },
  rated: { zh: '客户已评分并签字', en: 'The customer rated the service and signed' },
}

const answered: Template = ({ params }) => {
  const at = when(params.appointmentAt)
  return {
    title: answers[String(params.answer)] ?? { zh: '客户已回复', en: 'The customer answered' },
    body: at
      ? { zh: `预约时间：${at}`, en: `Appointment: ${at}` }
      : { zh: '通过客户链接提交，请查看。', en: 'Handed in by the customer’s link; see the case.' },
  }
}

const faultReported: Template = ({ params }) => ({
  title: { zh: '设备扫码报障', en: 'A fault was reported by a label' },
  body: {
    zh: `报障时间：${when(params.at)}。请分派责任人，并在规定时间内联系客户。`,
    en: `Reported at ${when(params.at)}. Assign somebody; the clock for contacting the customer is running.`,
  },
})

/** The letter could not be delivered: whoever made the link hands it over in another way, or corrects the address. */
const mailFailed: Template = () => ({
  title: { zh: '客户链接邮件未能送出', en: 'The mail with the customer’s link could not be delivered' },
  body: {
    zh: '请核对邮箱后重新生成并发送，或复制链接、出示二维码交给客户。',
    en: 'Check the address and make another, or hand the link over by copying it or showing its code.',
  },
})

/** What our own people are told of what customers did without signing in. */
export const customerLinkTemplates = {
  'customerLink.answered': answered,
  'customerLink.mailFailed': mailFailed,
  'call.faultReported': faultReported,
} as const satisfies Record<string, Template>
