import { roles } from '../../rules/roles.ts'
import { step } from '../cases/step.ts'
import { isoOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'

const { calls, common } = texts
const at = { name: 'occurredAt', label: common.happenedAt, kind: 'time' } as const
const when = (values: Record<string, string>) => ({ occurredAt: isoOf(values['occurredAt']!) })
const informed = ['centreDeputyGm', 'technicalSupportEngineer'] as const
type Informed = (typeof informed)[number]

/** What is done about a call, besides its record, which has a page of its own. */
export const callSteps = [
  step({
    promise: 'return',
    title: calls.callBack,
    may: 'call.talk',
    fields: [
      {
        name: 'spoke',
        label: calls.callBack,
        kind: 'choice',
        options: [
          { value: 'yes', label: calls.spoke },
          { value: 'no', label: calls.attempt },
        ],
      },
      at,
    ],
    operation: 'post /api/calls/{id}/call-backs',
    given: (id, values) => ({ params: { id }, body: { ...when(values), spoke: values['spoke'] === 'yes' } }),
  }),
  step({
    promise: 'assign',
    title: calls.assign,
    may: 'call.assign',
    fields: [{ name: 'assigneeId', label: calls.assignee, kind: 'person' }, at],
    operation: 'post /api/calls/{id}/assignments',
    given: (id, values) => ({ params: { id }, body: { ...when(values), assigneeId: values['assigneeId'] } }),
  }),
  step({
    promise: 'contact',
    title: calls.contacted,
    may: 'call.contact',
    mine: true,
    fields: [at],
    operation: 'post /api/calls/{id}/contacts',
    given: (id, values) => ({ params: { id }, body: when(values) }),
  }),
  step({
    promise: 'establish',
    title: calls.establish,
    may: 'call.establish',
    fields: [
      {
        name: 'contacted',
        label: calls.establish,
        kind: 'choice',
        options: [
          { value: 'yes', label: calls.wasContacted },
          { value: 'no', label: calls.notContacted },
        ],
      },
      at,
    ],
    operation: 'post /api/calls/{id}/establishments',
    given: (id, values) => ({ params: { id }, body: { ...when(values), contacted: values['contacted'] === 'yes' } }),
  }),
  step({
    promise: 'inform',
    title: calls.inform,
    may: 'call.inform',
    fields: [
      {
        name: 'role',
        label: calls.informRole,
        kind: 'choice',
        options: informed.map((value) => ({ value, label: roles[value] })),
      },
      { name: 'toId', label: common.person, kind: 'person', role: (values) => values['role'] as Informed | undefined },
      at,
    ],
    operation: 'post /api/calls/{id}/informed',
    given: (id, values) => ({
      params: { id },
      body: { ...when(values), role: values['role'] as Informed, toId: values['toId']! },
    }),
  }),
  step({
    promise: 'workOrder',
    title: calls.workOrder,
    may: 'call.order',
    fields: [{ name: 'number', label: calls.workOrderNumber, kind: 'text' }, at],
    operation: 'post /api/calls/{id}/work-order',
    given: (id, values) => ({ params: { id }, body: { ...when(values), number: values['number']! } }),
  }),
  step({
    promise: 'track',
    title: calls.track,
    may: 'call.track',
    fields: [{ name: 'result', label: calls.result, kind: 'long' }, at],
    operation: 'post /api/calls/{id}/result',
    given: (id, values) => ({ params: { id }, body: { ...when(values), result: values['result']! } }),
  }),
  step({
    promise: 'contact',
    title: calls.reassign,
    may: 'call.assign',
    fields: [{ name: 'assigneeId', label: calls.assignee, kind: 'person' }, at],
    operation: 'post /api/calls/{id}/assignments',
    given: (id, values) => ({ params: { id }, body: { ...when(values), assigneeId: values['assigneeId'] } }),
  }),
]
