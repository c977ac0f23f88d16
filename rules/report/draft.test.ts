import { describe, expect, it } from 'vitest'
import { at } from '../case.fixture.ts'
import { draftOf, missingSections, type Material } from './draft.ts'
import { figuresOf } from './figures.ts'

const good = { attitude: 'excellent', skill: 'good', result: 'poor' } as const
const figures = figuresOf({
  promises: [
    { verdict: 'onTime', work: 'done' },
    { verdict: 'late', work: 'done' },
    { verdict: 'excused', work: 'done' },
  ],
  ratings: [good, null],
  documents: [],
  weeklies: [{ received: true }, { received: false }],
  accidents: { classI: 1, classII: 2 },
  cases: { opened: 4, ended: 3 },
  finesFen: -25_000,
})
const material: Material = {
  tasks: [],
  others: [],
  late: [{ label: { zh: '填写服务记录', en: 'Record the service' }, dueAt: at('2026-03-04T08:00:00') }],
  open: [
    { label: { zh: '返回', en: 'Return' }, dueAt: null },
    { label: { zh: '回访', en: 'Call back' }, dueAt: at('2026-03-09T18:00:00') },
  ],
  team: [
    { name: '甲', sections: { progress: '完成巡检', problems: '缺备件', plan: '补备件', suggestions: '多备一套' } },
    { name: '乙', sections: null },
    { name: '丙', sections: { progress: '', plan: '培训' } },
    { name: '丁', sections: null },
  ],
  figures,
}
const data = {
  zh: [
    '服务及时率：50%（按时 1，超时 1，免责 1）',
    '客户评价：优 1，良 1，中 0，差 1，无有效签字 1',
    '工作文档完整性：50%（2/4 项）',
    '服务事故：I 类 1 起，II 类 2 起',
    '任务：新增 4，办结 3；台账金额 −¥250.00',
  ],
  en: [
    'Timeliness rate: 50 % (on time 1, late 1, excused 1)',
    'Customer ratings: excellent 1, good 1, fair 0, poor 1, unsigned 1',
    'Completeness of documents: 50 % (2 of 4 entries)',
    'Service accidents: class I 1, class II 2',
    'Tasks: 4 opened, 3 closed; ledger −¥250.00',
  ],
}
const figuresOnly = { zh: data.zh.join('\n'), en: data.en.join('\n') }
const nothing = { zh: '', en: '' }
const late = {
  zh: '填写服务记录：应于 2026-03-04 08:00:00 完成，已超时',
  en: 'Record the service: due at 2026-03-04 08:00:00, late',
}
const plan = { zh: '返回\n回访（2026-03-09 18:00:00 前）', en: 'Return\nCall back (by 2026-03-09 18:00:00)' }
const compiled = {
  problems: { zh: `${late.zh}\n【甲】缺备件`, en: `${late.en}\n[甲] 缺备件` },
  plan: { zh: `${plan.zh}\n【甲】补备件\n【丙】培训`, en: `${plan.en}\n[甲] 补备件\n[丙] 培训` },
  suggestions: { zh: '【甲】多备一套', en: '[甲] 多备一套' },
}

describe('a draft of the department', () => {
  it.each(['supervisorWeekly', 'departmentWeekly'] as const)(
    '%s holds the data, what each wrote, and who did not yet [S0-A-6.5] [S3-4.2(2)]',
    (form) => {
      expect(draftOf(form, material)).toEqual({
        progress: {
          zh: [...data.zh, '【甲】完成巡检', '尚未收到周报：乙、丁'].join('\n'),
          en: [...data.en, '[甲] 完成巡检', 'Weekly report not received from: 乙, 丁'].join('\n'),
        },
        ...compiled,
      })
    },
  )

  it.each(['monthlyReport', 'centreUpward'] as const)(
    '%s has the data alone as its progress: weekly reports are not of its period [S0-A-6.6] [S2-T2-3.1-8]',
    (form) => {
      expect(draftOf(form, material)).toEqual({ progress: figuresOnly, ...compiled })
    },
  )

  it('of the statistics is the data and nothing else [S4-C-2.3]', () => {
    const empty = { problems: nothing, plan: nothing, suggestions: nothing }
    expect(draftOf('serviceStatistics', material)).toEqual({ progress: figuresOnly, ...empty })
  })

  it('names nobody where everybody handed in', () => {
    const team = material.team.filter(({ sections }) => sections !== null)
    expect(draftOf('departmentWeekly', { ...material, team }).progress.zh).toBe(`${figuresOnly.zh}\n【甲】完成巡检`)
  })

  it('says "none" of a share of nothing [S0-A-6.6]', () => {
    const quiet = { ...figures, timeliness: null, completeness: null }
    const { progress } = draftOf('monthlyReport', { ...material, figures: quiet })
    expect(progress.zh).toContain('服务及时率：无（')
    expect(progress.zh).toContain('工作文档完整性：无（')
    expect(progress.en).toContain('Timeliness rate: none (')
    expect(progress.en).toContain('Completeness of documents: none (')
  })
})

describe('a draft of somebody’s own work', () => {
  it('tells of the tasks by what was settled in them, and leaves suggestions to people [S0-A-2.3]', () => {
    const kept = [
      { zh: '出发', en: 'Set out' },
      { zh: '到达', en: 'Arrive' },
    ]
    const tasks = [
      { customer: '某公司', requirement: '不上线', kept, ended: true },
      { customer: '某站', requirement: '巡检', kept: [], ended: false },
    ]
    expect(draftOf('engineerWeekly', { ...material, tasks })).toEqual({
      progress: {
        zh: '某公司：不上线，已完成：出发、到达（已办结）\n某站：巡检',
        en: '某公司: 不上线; done: Set out, Arrive (closed)\n某站: 巡检',
      },
      problems: late,
      plan,
      suggestions: nothing,
    })
  })
})

it('a part of blanks alone is missing', () => {
  expect(missingSections(['progress', 'plan'], { progress: ' \n', plan: '培训' })).toEqual(['progress'])
})
