import { REPORT_LATE } from '../../rules/report/owed.ts'
import { step } from '../cases/step.ts'
import { isoOf } from '../parts/time.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/reports.ts'

const { common } = texts

/** What is done about a report beside handing it in, for which its panel has the form. */
export const reportSteps = [
  step({
    promise: null,
    title: words.lateReport,
    may: 'report.judge',
    closedToo: true,
    when: ({ obligations, facts }, personId) =>
      obligations.some(
        ({ promise, dueKind, verdict, bearerId }) =>
          promise === 'monthlyReport' &&
          dueKind === 'unset' &&
          verdict !== 'void' &&
          bearerId !== null &&
          bearerId !== personId,
      ) && !facts.some(({ kind }) => kind === REPORT_LATE),
    fields: [{ name: 'reason', label: common.reason, kind: 'long', hint: words.lateReportHint }],
    operation: 'post /api/reports/{id}/late-report',
    given: (id, values) => ({ params: { id }, body: { reason: values['reason']! } }),
  }),
  step({
    promise: 'follow',
    title: words.follow,
    may: 'report.submit',
    mine: true,
    fields: [
      { name: 'occurredAt', label: words.when, kind: 'time' },
      { name: 'note', label: words.followed, kind: 'long' },
    ],
    operation: 'post /api/reports/{id}/following',
    given: (id, values) => ({
      params: { id },
      body: { occurredAt: isoOf(values['occurredAt']!), note: values['note']! },
    }),
  }),
  step({
    promise: null,
    title: words.recordReceipt,
    may: 'report.receive',
    when: ({ obligations }, personId) =>
      obligations.some(({ work, bearerId }) => work === 'open' && bearerId !== null && bearerId !== personId),
    fields: [
      { name: 'receivedAt', label: words.receivedAt, kind: 'time' },
      { name: 'note', label: words.how, kind: 'long' },
    ],
    operation: 'post /api/reports/{id}/receipt',
    given: (id, values) => ({
      params: { id },
      body: { receivedAt: isoOf(values['receivedAt']!), note: values['note']! },
    }),
  }),
]
