import { expect, it } from 'vitest'
import { consequenceTemplates } from './templates.ts'

const entered = (params: Record<string, unknown>) =>
  consequenceTemplates['consequence.entered']({ params: { clause: 'S0-A-7.1', ...params } })

it.each([
  [{ kind: 'fine', amountFen: -5_000 }, '台账记入：罚款 ¥50.00', 'Entered in your ledger: a fine of ¥50.00'],
  [{ kind: 'reward', amountFen: 10_000 }, '台账记入：奖励 ¥100.00', 'Entered in your ledger: a reward of ¥100.00'],
  [{ kind: 'points', amountFen: 0, points: 5 }, '台账记入：行为扣分 5 分', 'Entered in your ledger: 5 conduct points'],
  [
    { kind: 'statement', amountFen: 0 },
    '台账记入：须提交书面说明',
    'Entered in your ledger: a written statement is required',
  ],
  [
    { kind: 'block', amountFen: 0 },
    '台账记入：差旅费暂不报销',
    'Entered in your ledger: a trip that is not reimbursed',
  ],
  [{ kind: 'measure', amountFen: 0 }, '台账记入：处分', 'Entered in your ledger: a disciplinary measure'],
  [{ amountFen: -5_000 }, '台账记入：−¥50.00', 'Entered in your ledger: −¥50.00'],
])('an entry is announced as what it is: %j', (params, zh, en) => {
  expect(entered(params).title).toEqual({ zh, en })
})

it('a reward is asked no cause for; anything that burdens somebody is', () => {
  expect(entered({ kind: 'reward', amountFen: 1 }).body.zh).toContain('总经理签字')
  expect(entered({ kind: 'reward', amountFen: 1 }).body.en).not.toContain('cause')
  for (const kind of ['fine', 'points', 'statement', 'block', 'measure'])
    expect(entered({ kind, amountFen: 0 }).body.en).toContain('If there was a cause')
})

it('what is taken back, and what waits for a decision, is named too', () => {
  const params = { clause: 'S4-Q-p4a', kind: 'points', amountFen: 0, points: 5 }
  expect(consequenceTemplates['consequence.reversed']({ params }).title).toEqual({
    zh: '台账冲回：行为扣分 5 分',
    en: 'Taken back in your ledger: 5 conduct points',
  })
  expect(consequenceTemplates['consequence.causeGiven']({ params, bearer: '甲' }).body).toEqual({
    zh: '甲已就一笔记录（行为扣分 5 分）说明原因。有权裁定者请裁定。',
    en: '甲 has given a cause for an entry (5 conduct points). Whoever may decide on it, please do.',
  })
})
