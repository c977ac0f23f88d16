import { HOUR, MINUTE } from '../instant.ts'
import type { Parameter } from '../policy/parameter.ts'

/** The numbers and open readings of the hotline's clauses. */
export const callParameters: Record<string, Parameter> = {
  'call.returnCustomer': {
    clause: 'S2-1.5.6',
    label: { zh: '客户未接来电回电时限', en: "Return of a customer's missed call" },
    unit: 'ms',
    value: 30 * MINUTE,
  },
  'call.returnAny': {
    clause: 'S2-3.1.1c',
    label: { zh: '任何未接来电回电时限', en: 'Return of any missed call' },
    unit: 'ms',
    value: HOUR,
  },
  'call.unknownOnHotline': {
    clause: null,
    label: { zh: '热线上的陌生号码按客户对待', en: 'Unknown callers on the hotline count as customers' },
    unit: 'flag',
    value: true,
  },
  'call.contact': {
    clause: 'S2-3.1.4',
    label: { zh: '责任人联系客户时限', en: 'Contact by the person assigned' },
    unit: 'ms',
    value: 15 * MINUTE,
  },
  'call.establish': {
    clause: 'S2-3.1.4(2)b',
    label: { zh: '接线人确认是否已联系时限', en: 'The call taker establishes whether contact was made' },
    unit: 'ms',
    value: 15 * MINUTE,
  },
  'call.quarterFrom': {
    clause: null,
    label: { zh: '一刻钟的起点', en: 'Where the quarter hour begins' },
    unit: 'setting',
    value: 'recordEnd',
    choices: ['recordEnd', 'assignment'],
  },
  'call.inform': {
    clause: 'S2-3.1.5a',
    label: {
      zh: '支持与投诉来电告知副总与支持工程师',
      en: 'Support and complaint calls told to deputy GM and support engineer',
    },
    unit: 'setting',
    value: 'prompt',
    choices: ['prompt'],
  },
  'call.track': {
    clause: 'S2-3.1.5b',
    label: { zh: '支持工程师跟踪至结果', en: 'Support engineer tracks to the result' },
    unit: 'setting',
    value: 'noClock',
    choices: ['noClock'],
  },
  'call.workOrder': {
    clause: 'S2-3.1.5c',
    label: { zh: '形成电子工单', en: 'Electronic work order' },
    unit: 'setting',
    value: 'prompt',
    choices: ['prompt'],
  },
  'call.lostContactAfter': {
    clause: 'S2-1.2.2c',
    label: { zh: '外派人员失联认定时间', en: 'Posted staff count as out of contact after' },
    unit: 'ms',
    value: HOUR,
  },
  'call.lostContactReading': {
    clause: null,
    label: { zh: '失联的两种读法', en: 'The two readings of "out of contact"' },
    unit: 'setting',
    value: 'hourWithoutTalk',
    choices: ['hourWithoutTalk', 'oneUnansweredCall'],
  },
}
