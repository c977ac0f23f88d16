import { expect, it } from 'vitest'
import { parseInstant } from '../time/local.ts'
import { explain } from './explain.ts'

const at = (time: string) => parseInstant(`2026-04-07T${time}+08:00`)
const tell = (arithmetic: Record<string, unknown>, amountFen = 0) =>
  explain({ kind: 'fine', clause: 'S0-A-7.1', policy: 'S0A', policyVersion: 1, amountFen, arithmetic })

it.each<readonly [Record<string, unknown>, string, string]>([
  [
    { rule: 'late', dueAt: at('18:00:00'), settledAt: at('18:00:01') },
    '应于 2026-04-07 18:00:00 前完成，实际于 2026-04-07 18:00:01 完成。',
    'Due by 2026-04-07 18:00:00; done at 2026-04-07 18:00:01.',
  ],
  [
    { rule: 'late', dueAt: at('18:00:00'), settledAt: null },
    '应于 2026-04-07 18:00:00 前完成，到期时尚未完成。',
    'Due by 2026-04-07 18:00:00; not done when that passed.',
  ],
  [
    { rule: 'onTime', dueAt: at('18:00:00'), settledAt: at('17:59:59') },
    '证据表明于 2026-04-07 17:59:59 完成，未超过 2026-04-07 18:00:00，原记录冲回。',
    'The evidence shows that it was done at 2026-04-07 17:59:59, within 2026-04-07 18:00:00; the entry is reversed.',
  ],
  [
    { rule: 'excused', dueAt: at('18:00:00') },
    '超过 2026-04-07 18:00:00 的原因已获认可，原记录冲回。',
    'The cause of passing 2026-04-07 18:00:00 was accepted; the entry is reversed.',
  ],
  [{ rule: 'void' }, '该事项不应承担，原记录冲回。', 'It was never owed; the entry is reversed.'],
  [
    { rule: 'redue', dueAt: at('19:00:00') },
    '时限改为 2026-04-07 19:00:00，原记录冲回。',
    'The due time has become 2026-04-07 19:00:00; the entry is reversed.',
  ],
  ...(
    [
      ['attitude', '服务态度', 'attitude'],
      ['skill', '业务能力', 'skill'],
      ['result', '服务效果', 'result'],
    ] as const
  ).map(
    ([aspect, zh, en]) =>
      [
        { rule: 'poor', aspect, signedAt: at('16:20:00') },
        `客户于 2026-04-07 16:20:00 签字，“${zh}”一项评为差。`,
        `The customer signed at 2026-04-07 16:20:00 and scored ${en} as poor.`,
      ] as const,
  ),
  [
    { rule: 'fair', count: 3, signedAt: at('16:20:00') },
    '截至 2026-04-07 16:20:00，同时或连续满 3 个中评。',
    '3 fair ratings at once or in a row, as of 2026-04-07 16:20:00.',
  ],
  [
    { rule: 'signature', signedAt: at('16:20:00') },
    '2026-04-07 16:20:00 的责任书经裁定缺少客户签字或签字系伪造，按三个差评计。',
    "The form of 2026-04-07 16:20:00 was found to lack the customer's signature or to bear a forged one: three poor ratings.",
  ],
  [
    { rule: 'confirmed' },
    '所述原因未获认可，原记录确认。',
    'The cause given was not accepted; the entry is confirmed.',
  ],
  [
    { rule: 'unanswered', seenAt: at('09:00:00'), workingDays: 3 },
    '本人于 2026-04-07 09:00:00 知悉，3 个工作日内未说明原因，原记录确认。',
    'Seen at 2026-04-07 09:00:00; no cause was given within 3 working days, so the entry is confirmed.',
  ],
  [
    { rule: 'unanswered', seenAt: at('09:00:00'), workingDays: 3, by: 'handedOver' },
    '2026-04-07 09:00:00 当面送达本人，3 个工作日内未说明原因，原记录确认。',
    'Handed over personally at 2026-04-07 09:00:00; no cause was given within 3 working days, so the entry is confirmed.',
  ],
  [
    { rule: 'unanswered', seenAt: at('09:00:00'), workingDays: 3, by: 'delivered' },
    '通知已送达而本人未打开，自 2026-04-07 09:00:00 起视为知悉，3 个工作日内未说明原因，原记录确认。',
    'Delivered but not opened; it counts as seen from 2026-04-07 09:00:00; no cause was given within 3 working days, so the entry is confirmed.',
  ],
  [
    { rule: 'sheetSigned', month: '2026-03' },
    '2026-03 考核表经总经理签字，奖励确认。',
    'The general manager signed the assessment sheet of 2026-03; the reward is confirmed.',
  ],
  [{ rule: 'accepted' }, '所述原因获认可，予以免除。', 'The cause given was accepted, and the entry is waived.'],
  [{ rule: 'appealUpheld' }, '申诉裁定：维持原记录。', 'Decided on appeal: the entry stands.'],
  [
    { rule: 'appealReduced', beforeFen: -5_000, remainingFen: 2_000 },
    '申诉裁定：由 −¥50.00 减为 −¥20.00。',
    'Decided on appeal: reduced from −¥50.00 to −¥20.00.',
  ],
  [{ rule: 'appealLifted' }, '申诉裁定：原记录撤销。', 'Decided on appeal: the entry is lifted.'],
  [
    { rule: 'byTheCase', proposedFen: 8_050, maxFen: 20_000 },
    '按情况提出并经裁定，建议 ¥80.50，上限 ¥200.00。',
    'Proposed by the case and approved: ¥80.50 proposed, ¥200.00 at most.',
  ],
  [
    { rule: 'statementByTheCase' },
    '按情况提出并经裁定，须书面说明。',
    'Proposed by the case and approved: a written statement is required.',
  ],
  [
    { rule: 'coverUp' },
    '总经理裁定客户签字时认定，主管包庇或纵容签字缺失、伪造。',
    'Found by the general manager on deciding about the signature: the supervisor covered up or tolerated it.',
  ],
  [{ rule: 'waived' }, '总经理予以免除。', 'The general manager has waived it.'],
  [{ rule: 'of a later release' }, '', ''],
])('an entry of %j says how it came about', (arithmetic, zh, en) => {
  expect(tell(arithmetic).because).toEqual({ zh, en })
})

it('an amount stands behind its reason, with its sign', () => {
  expect(tell({ rule: 'waived' }, 5_000).because).toEqual({
    zh: '总经理予以免除。金额 +¥50.00。',
    en: 'The general manager has waived it. Amount: +¥50.00.',
  })
  expect(tell({ rule: 'waived' }, -5).because.zh).toBe('总经理予以免除。金额 −¥0.05。')
})

it('a house rule has no clause to be named by', () => {
  const own = explain({
    kind: 'fine',
    clause: 'house:x',
    policy: 'house',
    policyVersion: 3,
    amountFen: 0,
    arithmetic: {},
  })
  expect(own).toEqual({
    title: { zh: '内部规则', en: 'House rule' },
    basis: { zh: 'house 第 3 版', en: 'house, version 3' },
    because: { zh: '', en: '' },
  })
})

it('a rating that no longer holds says what became known since and what is entered instead', () => {
  const instead = [
    { clause: 'S0-A-7.2a', amountFen: -2_000 },
    { clause: 'S0-A-7.2b', amountFen: 0 },
  ]
  const changedAt = [at('09:00:00'), at('10:30:00')]
  expect(tell({ rule: 'rating', changedAt, instead }).because).toEqual({
    zh: '评分记录补齐或更正后不再成立，原记录冲回。其后得知的事实发生于 2026-04-07 09:00:00、2026-04-07 10:30:00。改记：−¥20.00 S0-A-7.2a、S0-A-7.2b。',
    en: 'It no longer follows from the ratings as they are now known; the entry is reversed. What became known since happened at 2026-04-07 09:00:00, 2026-04-07 10:30:00. Entered instead: −¥20.00 S0-A-7.2a, S0-A-7.2b.',
  })
  const alone = '评分记录补齐或更正后不再成立，原记录冲回。'
  expect(tell({ rule: 'rating' }).because.zh).toBe(alone)
  expect(tell({ rule: 'rating', changedAt: [], instead: [] }).because).toEqual({
    zh: alone,
    en: 'It no longer follows from the ratings as they are now known; the entry is reversed.',
  })
})
