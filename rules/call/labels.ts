import type { Text } from '../text.ts'

/** What people call the promises of a call. */
export const callPromises: Record<string, Text> = {
  return: { zh: '回电', en: 'Return the call' },
  record: { zh: '填写来电登记', en: 'Record the call' },
  assign: { zh: '分派责任人', en: 'Assign it' },
  establish: { zh: '确认是否已联系客户', en: 'Establish whether the customer was contacted' },
  contact: { zh: '联系客户', en: 'Contact the customer' },
  inform: { zh: '告知副总经理和技术支持工程师', en: 'Inform the deputy GM and a support engineer' },
  workOrder: { zh: '建立电子工单', en: 'Make the electronic work order' },
  track: { zh: '跟踪至结果', en: 'Track it to its result' },
}

export const reachPromises: Record<string, Text> = {
  speak: { zh: '与外派人员通话', en: 'Speak with the posted person' },
}
