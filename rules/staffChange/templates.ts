import type { Template } from '../notification/template.ts'
import type { Text } from '../text.ts'

/** A notice that says what happened on a staff change and, where there is one, the day it is about. */
function told(title: Text, body: Text): Template {
  return ({ params }) => {
    const on = typeof params.on === 'string' ? params.on : ''
    const fill = (text: string) => text.replace('{on}', on)
    return { title, body: { zh: fill(body.zh), en: fill(body.en) } }
  }
}

/** What the client and the contractor are told about a change of resident staff. No names: they stand in the case. */
export const staffChangeTemplates = {
  'staffChange.noticeGiven': told(
    { zh: '驻场人员变动通知', en: 'Notice of a change of resident staff' },
    {
      zh: '贵方项目的驻场人员将变动，计划到岗日 {on}。',
      en: 'Resident staff on your project change; planned for {on}.',
    },
  ),
  'staffChange.demanded': told(
    { zh: '甲方要求更换驻场人员', en: 'The client demands a replacement' },
    { zh: '须于 {on} 前（含当日）完成更换。', en: 'The replacement is to be complete by {on}.' },
  ),
  'staffChange.waiverAsked': told(
    { zh: '请答复豁免请求', en: 'A waiver is asked for' },
    {
      zh: '所填日期达不到制度要求的提前期，请决定是否豁免。',
      en: 'The dates fall short of what the rulebook asks; please decide.',
    },
  ),
  'staffChange.waiverDecided': told(
    { zh: '豁免请求已答复', en: 'The waiver is decided' },
    { zh: '甲方已答复，请查看。', en: 'The client has answered; see the case.' },
  ),
  'staffChange.applied': told(
    { zh: '人员变更申请待审批', en: 'An application to change staff awaits approval' },
    { zh: '申请及材料已提交，请审批。', en: 'The application and its papers are in; please decide.' },
  ),
  'staffChange.decided': told(
    { zh: '人员变更申请已审批', en: 'The application to change staff is decided' },
    { zh: '甲方已作出决定，请查看。', en: 'The client has decided; see the case.' },
  ),
  'staffChange.datesRevised': told(
    { zh: '人员变更日期已调整', en: 'The dates of the staff change are revised' },
    { zh: '新的到岗日为 {on}。', en: 'The new person now takes over on {on}.' },
  ),
  'staffChange.confirmed': told(
    { zh: '工作交接确认表已提交', en: 'The handover confirmation form is in' },
    { zh: '交接已完成，可安排现场测试。', en: 'The handover is complete; you may test on site.' },
  ),
  'staffChange.tested': told(
    { zh: '现场测试已记录', en: 'The test on site is recorded' },
    { zh: '请查看测试结果。', en: 'See its result in the case.' },
  ),
} as const satisfies Record<`staffChange.${string}`, Template>

export type StaffChangeTemplate = keyof typeof staffChangeTemplates
