import { describe, expect, it } from 'vitest'
import { draftOf, type Material } from './draft.ts'
import { figuresOf, type Counted } from './figures.ts'

const quiet: Counted = {
  promises: [],
  ratings: [],
  documents: [],
  weeklies: [],
  accidents: { classI: 0, classII: 0 },
  cases: { opened: 0, ended: 0 },
  finesFen: 0,
}

describe('the figures of a period [S0-A-6.6]', () => {
  it('count the share kept on time; what was excused counts neither way', () => {
    const promises = [
      { verdict: 'onTime', work: 'done' },
      { verdict: 'onTime', work: 'done' },
      { verdict: 'late', work: 'open' },
      { verdict: 'excused', work: 'done' },
    ] as const
    const { timeliness, promises: counts } = figuresOf({ ...quiet, promises })
    expect(timeliness).toBe(66.7)
    expect(counts).toEqual({ onTime: 2, late: 1, excused: 1, overdue: 1 })
  })

  it('have no rate where nothing was due', () => {
    expect(figuresOf(quiet)).toMatchObject({ timeliness: null, completeness: null })
  })

  it('count single scores, and services without a signature', () => {
    const ratings = [{ attitude: 'good', skill: 'fair', result: 'good' } as const, null]
    expect(figuresOf({ ...quiet, ratings }).ratings).toEqual({ excellent: 0, good: 2, fair: 1, poor: 0, unsigned: 1 })
  })

  it('count the entries of forms, signatures and weekly reports as documents [S0-A-7.3a]', () => {
    const documents = [{ mode: 'remote', site: { situation: '正常' }, solution: '', estimateAt: 1 } as const]
    const counted = figuresOf({ ...quiet, documents, ratings: [null], weeklies: [{ received: true }] })
    expect(counted.documents).toEqual({ filled: 3, expected: 7 })
    expect(counted.completeness).toBe(42.9)
  })
})

describe('a draft', () => {
  const figures = figuresOf({ ...quiet, accidents: { classI: 1, classII: 2 } })
  const material: Material = {
    tasks: [{ customer: '某公司', requirement: '不上线', kept: [{ zh: '出发', en: 'Set out' }], ended: true }],
    others: [
      {
        kind: { zh: '来电', en: 'Call' },
        kept: [
          { label: { zh: '回电', en: 'Call back' }, times: 3 },
          { label: { zh: '登记', en: 'Record' }, times: 1 },
        ],
      },
    ],
    late: [{ label: { zh: '填写服务记录', en: 'Record the service' }, dueAt: Date.UTC(2026, 0, 1) }],
    open: [{ label: { zh: '返回', en: 'Return' }, dueAt: null }],
    team: [
      { name: '甲', sections: { progress: '完成了巡检' } },
      { name: '乙', sections: null },
    ],
    figures,
  }

  it('of an engineer’s report tells of their tasks, what was late and what is next [S0-A-2.3]', () => {
    const draft = draftOf('engineerWeekly', material)
    expect(draft.progress).toEqual({
      zh: '某公司：不上线，已完成：出发（已办结）\n来电：回电 3 次、登记 1 次',
      en: '某公司: 不上线; done: Set out (closed)\nCall: Call back ×3, Record ×1',
    })
    expect(draft.problems.zh).toContain('填写服务记录：应于 2026-01-01 08:00:00 完成')
    expect(draft.plan.en).toBe('Return')
  })

  it('of the department’s holds text and data, and who is missing [S3-4.2(2)]', () => {
    const { progress } = draftOf('departmentWeekly', material)
    expect(progress.zh).toContain('服务及时率')
    expect(progress.zh).toContain('【甲】完成了巡检')
    expect(progress.zh).toContain('尚未收到周报：乙')
  })

  it('of the month names all four statistics [S0-A-6.6]', () => {
    const { progress } = draftOf('monthlyReport', material)
    for (const what of ['服务及时率', '客户评价', '工作文档完整性', '服务事故：I 类 1 起，II 类 2 起'])
      expect(progress.zh).toContain(what)
    for (const what of ['Timeliness', 'ratings', 'Completeness', 'class I 1, class II 2'])
      expect(progress.en).toContain(what)
  })
})
