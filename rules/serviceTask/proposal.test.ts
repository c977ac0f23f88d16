import { describe, expect, it } from 'vitest'
import { propose, type Candidate } from './proposal.ts'

const candidate = (personId: string, more: Partial<Candidate> = {}): Candidate => ({
  personId,
  inRegion: false,
  anyRegion: false,
  skillLevel: null,
  absent: false,
  openTasks: 0,
  ...more,
})

describe('a proposal', () => {
  it('ranks by region, then skill, then open tasks, and who is away last [S0-A-3.2]', () => {
    const ranked = propose(
      [
        candidate('elsewhere', { skillLevel: 5 }),
        candidate('away', { inRegion: true, skillLevel: 5, absent: true }),
        candidate('busy', { inRegion: true, skillLevel: 3, openTasks: 4 }),
        candidate('free', { inRegion: true, skillLevel: 3, openTasks: 1 }),
        candidate('skilled', { inRegion: true, skillLevel: 4, openTasks: 9 }),
        candidate('roaming', { anyRegion: true, skillLevel: 5 }),
      ],
      'DTU',
    )
    expect(ranked.map((one) => one.personId)).toEqual(['skilled', 'free', 'busy', 'roaming', 'elsewhere', 'away'])
    expect(ranked.map((one) => one.rank)).toEqual([1, 2, 3, 4, 5, 6])
  })

  it('says why in both languages, and nothing of skill where no product is named [S0-A-3.2]', () => {
    const away = candidate('a', { inRegion: true, skillLevel: 4, absent: true, openTasks: 2 })
    expect(propose([away], 'DTU')[0]!.reasons.map((reason) => reason.en)).toEqual([
      'responsible for the region',
      'skill level 4 for the product',
      '2 open tasks',
      'absent at present',
    ])
    const reasons = propose([candidate('b')], null)[0]!.reasons
    expect(reasons.map((reason) => reason.zh)).toEqual(['负责其他区域', '在办任务 0 项'])
  })

  it('is the same whatever order the register gives, where nothing tells two apart', () => {
    const two = [candidate('b'), candidate('a', { skillLevel: 0 })]
    for (const order of [two, [...two].reverse()])
      expect(propose(order, 'DTU').map((one) => one.personId)).toEqual(['a', 'b'])
  })

  it('says in Chinese what is known of a skill, and who is away [S0-A-3.2]', () => {
    const zh = (one: Candidate) => propose([one], 'DTU')[0]!.reasons.map((reason) => reason.zh)
    expect(zh(candidate('a', { skillLevel: 4, absent: true }))).toEqual([
      '负责其他区域',
      '该产品技能 4 级',
      '在办任务 0 项',
      '目前不在岗',
    ])
    expect(propose([candidate('b', { anyRegion: true })], 'DTU')[0]!.reasons.slice(0, 2)).toEqual([
      { zh: '不限区域', en: 'not bound to a region' },
      { zh: '未登记该产品技能', en: 'no skill recorded for the product' },
    ])
  })
})
