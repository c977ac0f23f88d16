import { appealParameters } from '../appeal/parameters.ts'
import { assessmentHouseParameters } from '../assessment/parameters.ts'
import { customerLinkParameters } from '../customerLink/parameters.ts'
import { deliveryParameters } from '../consequence/delivery.ts'
import { statementHouseParameters } from '../statement/statement.ts'
import { fundHouseParameters } from '../fund/fund.ts'
import { MINUTE } from '../instant.ts'
import { reportHouseParameters } from '../report/parameters.ts'
import type { Policy } from './parameter.ts'

/** What the rulebooks leave open and software must decide. Defaults, all parameters, none of them a clause. */
export const house: Policy = {
  id: 'house',
  title: { zh: '内部规则', en: 'House rules' },
  topics: ['house'],
  boundTo: 'company',
  parameters: {
    'posts.supervisor': {
      clause: null,
      label: { zh: '服务总监与服务主管：同一岗位或分设', en: 'Service director and supervisor: one post or two' },
      unit: 'setting',
      value: 'onePost',
      choices: ['onePost', 'apart'],
    },
    ...reportHouseParameters,
    ...assessmentHouseParameters,
    'ladder.short': {
      clause: null,
      label: { zh: '两小时以内时限的提醒与升级', en: 'Reminders and escalation of clocks up to two hours' },
      unit: 'ladder',
      value: {
        reminders: [0.5, 0.8],
        rungs: [
          { step: 'superior', to: 'superior', afterMs: 0 },
          { step: 'deputyGm', to: 'deputyGm', afterMs: 15 * MINUTE },
          { step: 'gm', to: 'gm', afterMs: 60 * MINUTE },
        ],
      },
    },
    'ladder.long': {
      clause: null,
      label: { zh: '以天计时限的提醒与升级', en: 'Reminders and escalation of clocks of days' },
      unit: 'ladder',
      value: {
        reminders: [0.5, 0.8],
        rungs: [
          { step: 'superior', to: 'superior', afterMs: 0 },
          { step: 'deputyGm', to: 'deputyGm', afterWorkingDays: 1 },
          { step: 'gm', to: 'gm', afterWorkingDays: 3 },
        ],
      },
    },
    'prompt.target': {
      clause: null,
      label: { zh: '“立即”“及时”类义务的内部目标', en: 'House target of duties that say "at once"' },
      unit: 'ms',
      value: 15 * MINUTE,
    },
    'evidence.provisionalAfter': {
      clause: null,
      label: { zh: '申报时间早于收到时间多久需佐证', en: 'Age at which a claimed time needs corroboration' },
      unit: 'ms',
      value: 30 * MINUTE,
    },
    'consequence.confirmAfter': {
      clause: null,
      label: { zh: '本人知悉后无异议转为确认', en: 'Confirmed after the person saw it and claimed nothing' },
      unit: 'workingDays',
      value: 3,
    },
    ...deliveryParameters,
    ...fundHouseParameters,
    ...statementHouseParameters,
    ...appealParameters,
    ...customerLinkParameters,
  },
}
