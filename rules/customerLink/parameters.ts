import { DAY } from '../instant.ts'
import type { Parameter } from '../policy/parameter.ts'

/** House rules about what customers do without signing in. */
export const customerLinkParameters: Record<string, Parameter> = {
  'customerLink.validFor': {
    clause: null,
    label: { zh: '客户链接有效期', en: 'How long a link for a customer is valid' },
    unit: 'ms',
    value: 7 * DAY,
  },
  'customerLink.moveWithin': {
    clause: null,
    label: { zh: '客户改约最远可到', en: 'How far ahead a customer may move an appointment' },
    unit: 'ms',
    value: 60 * DAY,
  },
  'equipment.reportsPerHour': {
    clause: null,
    label: { zh: '同一设备每小时接受的扫码报障次数', en: 'Fault reports accepted per hour of one piece of equipment' },
    unit: 'count',
    value: 6,
  },
  'equipment.photosPerReport': {
    clause: null,
    label: { zh: '一次扫码报障最多附照片数', en: 'Photos that may come with one fault report' },
    unit: 'count',
    value: 3,
  },
}
