import type { Text } from '../text.ts'
import type { CallCategory } from './owed.ts'

/** The fields of Annex 1, in the order in which the form has them (S2-3.1.3). */
export const annexFields = {
  customerInfo: { zh: '客户信息', en: 'About the customer' },
  name: { zh: '姓名', en: 'Name' },
  contactDetails: { zh: '联系方式', en: 'How to reach them' },
  employer: { zh: '所属单位', en: 'Employer' },
  reason: { zh: '来电事由', en: 'Why they rang' },
  productSituation: { zh: '产品使用情况', en: 'The product and how it is used' },
  demand: { zh: '客户诉求', en: 'What they want' },
} as const satisfies Record<string, Text>

/** Annex 1's classes of a demand, in words. */
export const categoryLabels = {
  serviceNeed: { zh: '服务需求', en: 'Service need' },
  complaint: { zh: '投诉', en: 'Complaint' },
  priceEnquiry: { zh: '价格咨询', en: 'Price enquiry' },
} as const satisfies Record<CallCategory, Text>
