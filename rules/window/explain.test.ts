import { expect, it } from 'vitest'
import { at } from '../case.fixture.ts'
import { windowSentences } from './explain.ts'

const span = { fromAt: at('2026-01-15T10:00:00'), toAt: at('2026-02-28T09:30:00') }
const days = { fromOn: '2026-01-01', toOn: '2026-03-31' }

it.each<readonly [string, Record<string, unknown>, string, string]>([
  [
    'examFailed',
    { at: at('2026-03-02T14:00:00') },
    '2026-03-02 14:00:00 的培训考试不及格。',
    'The training exam of 2026-03-02 14:00:00 was failed.',
  ],
  ...(
    [
      ['examFailed', '次培训考试不及格', 'failed training exams'],
      ['accidentI', '起 I 类事故', 'Class I accidents'],
      ['accidentII', '起 II 类事故', 'Class II accidents'],
      ['departmentI', '起部门 I 类事故', 'Class I accidents in the department'],
      ['of a later release', '', ''],
    ] as const
  ).map(
    ([what, zh, en]) =>
      [
        'counted',
        { what, count: 2, ...span, action: 'downgrade', grade: 1, target: 2 },
        `2026-01-15 10:00:00 至 2026-02-28 09:30:00 共 2 ${zh}：是否降低工资档次（1 等降为 2 等）由总经理决定，批准前不执行。`,
        `2 ${en} from 2026-01-15 10:00:00 to 2026-02-28 09:30:00: the general manager decides on a lower grade of pay (from grade 1 to 2); nothing happens before.`,
      ] as const,
  ),
  [
    'counted',
    { what: 'accidentI', count: 2, ...span, action: 'downgrade', grade: 3, target: null },
    '2026-01-15 10:00:00 至 2026-02-28 09:30:00 共 2 起 I 类事故：是否降低工资档次由总经理决定，批准前不执行。已是最低档，无可降档次。',
    '2 Class I accidents from 2026-01-15 10:00:00 to 2026-02-28 09:30:00: the general manager decides on a lower grade of pay; nothing happens before. The grade is the lowest already: no target.',
  ],
  [
    'counted',
    { what: 'accidentII', count: 6, ...span, action: 'dismissal' },
    '2026-01-15 10:00:00 至 2026-02-28 09:30:00 共 6 起 II 类事故：是否辞退由总经理决定，批准前不执行。',
    '6 Class II accidents from 2026-01-15 10:00:00 to 2026-02-28 09:30:00: the general manager decides on dismissal; nothing happens before.',
  ],
  [
    'window.clean',
    days,
    '2026-01-01 至 2026-03-31 无事故、评价均为良好以上、文档齐全。',
    '2026-01-01 to 2026-03-31: no accident, every rating good or better, documents complete.',
  ],
  [
    'window.departmentClean',
    days,
    '2026-01-01 至 2026-03-31 部门无 I 类事故。',
    '2026-01-01 to 2026-03-31: no Class I accident in the department.',
  ],
  [
    'window',
    {},
    '所依据的事件更正或补录后不再成立，原记录冲回。',
    'It no longer follows from the events as they are now known; the entry is reversed.',
  ],
  ['approved', {}, '总经理批准该建议。', 'The general manager approved the recommendation.'],
  ['declined', {}, '总经理未采纳该建议。', 'The general manager declined the recommendation.'],
  [
    'revoked',
    {},
    '批准后依据不再成立，总经理予以撤销。',
    'Its ground fell away after the approval, and the general manager revoked it.',
  ],
])('%s says how it came about, or how it went', (rule, arithmetic, zh, en) => {
  expect(windowSentences[rule]!(arithmetic)).toEqual({ zh, en })
})
