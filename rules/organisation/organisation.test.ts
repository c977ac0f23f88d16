import { describe, expect, it } from 'vitest'
import { departments } from './departments.ts'
import { chartsInUse, doubledSupervisor, entrustedElsewhere, misfitsOf } from './misfit.ts'
import { posts, postsOf } from './posts.ts'
import type { Role } from '../roles.ts'

const of = (role: Role, chart = 'S2') => postsOf(role).find((post) => post.chart === chart)!
const department = (chart: 'S1' | 'S2', id: string) => departments[chart].find((one) => one.id === id)

describe('the organisation as printed', () => {
  it('S1: one manager over three groups [S1-2.1]', () => {
    expect(departments.S1.map((one) => one.id)).toEqual([
      'afterSales',
      'technicalSupportGroup',
      'repairGroup',
      'customerServiceGroup',
    ])
    const manager = of('afterSalesManager', 'S1')
    expect(manager.superiors).toEqual([])
    const members = departments.S1.slice(1).flatMap((one) => one.posts)
    expect(manager.subordinates).toEqual(members)
    for (const member of members) expect(of(member, 'S1').superiors).toEqual(['afterSalesManager'])
  })

  it('S2: a centre with its two heads, and three departments [S2-T2-1] [S2-T2-1.1] [S2-T2-1.2] [S2-T2-1.3]', () => {
    expect(department('S2', 'centre')?.posts).toEqual(['centreGm', 'centreDeputyGm'])
    expect(department('S2', 'technicalService')?.posts).toEqual([
      'technicalServiceManager',
      'technicalServiceDeputyManager',
      'regionalManager',
      'provincialSupervisor',
      'engineer',
    ])
    expect(department('S2', 'technicalSupport')?.posts).toEqual(['technicalSupportManager', 'technicalSupportEngineer'])
    expect(department('S2', 'projects')?.posts).toEqual([
      'projectDepartmentManager',
      'projectManager',
      'projectEngineer',
    ])
  })

  it.each([
    ['centreGm', ['companyGm', 'viceGm'], ['centreDeputyGm'], 'S2-T2-3.1-0'],
    [
      'technicalServiceManager',
      ['centreDeputyGm'],
      ['technicalServiceDeputyManager', 'regionalManager'],
      'S2-T2-3.3-0',
    ],
    ['technicalServiceDeputyManager', ['technicalServiceManager'], ['regionalManager'], 'S2-T2-3.6-0'],
    ['projectDepartmentManager', ['centreDeputyGm'], ['projectManager'], 'S2-T2-3.5-0'],
    ['projectManager', ['projectDepartmentManager'], [], 'S2-T2-3.7-0'],
    ['provincialSupervisor', ['regionalManager'], ['engineer'], 'S2-T2-3.10-0'],
    ['engineer', ['provincialSupervisor'], [], 'S2-T2-3.11-0'],
    ['technicalSupportEngineer', ['technicalSupportManager'], [], 'S2-T2-3.12-0'],
  ] as const)(
    '%s: superior and direct subordinates [S2-T2-3.1-0] [S2-T2-3.3-0] [S2-T2-3.5-0] [S2-T2-3.6-0] [S2-T2-3.7-0] [S2-T2-3.10-0] [S2-T2-3.11-0] [S2-T2-3.12-0]',
    (role, superiors, subordinates, clause) => {
      expect(of(role)).toEqual({ role, chart: 'S2', clause, superiors, subordinates })
    },
  )

  it('the deputy’s own list lacks the HR specialist, who reports to him [S2-T2-3.2-0] [S2-T2-3.8-0]', () => {
    expect(of('centreDeputyGm').subordinates).toEqual([
      'technicalServiceManager',
      'technicalSupportManager',
      'projectDepartmentManager',
    ])
    expect(of('centreDeputyGm').remark?.en).toContain('S2-T2-3.8-0')
    expect(of('hrSpecialist').superiors).toEqual(['centreDeputyGm'])
    expect(misfitsOf(['hrSpecialist'], ['centreDeputyGm'], ['S2'])).toEqual([])
  })

  it('the support manager’s list lacks the seat engineer, as the department’s does [S2-T2-3.4-0] [S2-T2-3.13-0] [S2-T2-1.2]', () => {
    expect(of('technicalSupportManager').subordinates).toEqual(['technicalSupportEngineer'])
    expect(of('technicalSupportManager').superiors).toEqual(['centreDeputyGm'])
    expect(of('seatEngineer').remark?.en).toContain('S2-T2-1.2')
    expect(misfitsOf(['seatEngineer'], ['technicalSupportManager'], ['S2'])).toEqual([])
  })

  it('the regional manager’s printed superior is no post: the manager or the deputy manager fits [S2-T2-3.9-0]', () => {
    expect(of('regionalManager').subordinates).toEqual(['provincialSupervisor'])
    expect(misfitsOf(['regionalManager'], ['technicalServiceManager'], ['S2'])).toEqual([])
    expect(misfitsOf(['regionalManager'], ['technicalServiceDeputyManager'], ['S2'])).toEqual([])
    expect(misfitsOf(['regionalManager'], ['centreDeputyGm'], ['S2'])).toMatchObject([{ clause: 'S2-T2-3.9-0' }])
    expect(of('regionalManager').remark).toBeDefined()
  })

  it('every superior is a post, or stands above the centre; nobody is above themselves', () => {
    const above: Role[] = ['companyGm', 'viceGm']
    for (const post of posts)
      for (const superior of post.superiors) {
        expect(superior).not.toBe(post.role)
        expect(above.includes(superior) || postsOf(superior).length > 0, `${post.role} → ${superior}`).toBe(true)
      }
  })
})

describe('a superior who doesn’t fit', () => {
  it('is named with the clause, and so is one that is missing [S2-T2-3.11-0]', () => {
    expect(misfitsOf(['engineer'], ['centreGm'], ['S2'])).toEqual([
      {
        clause: 'S2-T2-3.11-0',
        text: {
          zh: '服务工程师的直接上级应为省技术主管，所选上级不任此职。',
          en: 'Service engineer: reports to Provincial technical supervisor, which the superior chosen is not.',
        },
      },
    ])
    expect(misfitsOf(['engineer'], null, ['S2'])).toEqual([
      {
        clause: 'S2-T2-3.11-0',
        text: {
          zh: '服务工程师的直接上级应为省技术主管，尚未填写。',
          en: 'Service engineer: reports to Provincial technical supervisor, and nobody is entered.',
        },
      },
    ])
    expect(misfitsOf(['engineer'], ['provincialSupervisor'], ['S2'])).toEqual([])
  })

  it('one rulebook of several that has the post is enough, and one post of several', () => {
    expect(misfitsOf(['engineer'], ['afterSalesManager'], ['S2'])).toHaveLength(1)
    expect(misfitsOf(['engineer'], ['afterSalesManager'], ['S1', 'S2'])).toEqual([])
    expect(misfitsOf(['engineer', 'provincialSupervisor'], ['regionalManager'], ['S2'])).toEqual([])
    const clauses = misfitsOf(['engineer'], ['finance'], ['S1', 'S2']).map(({ clause }) => clause)
    expect(clauses).toEqual(['S2-T2-3.11-0'])
  })

  it('names every post that would fit where there are several [S2-T2-3.9-0]', () => {
    expect(misfitsOf(['regionalManager'], ['centreDeputyGm'], ['S2'])[0]?.text).toEqual({
      zh: '区域经理的直接上级应为技术服务经理或技术服务副经理，所选上级不任此职。',
      en: 'Regional manager: reports to Technical service manager or Technical service deputy manager, which the superior chosen is not.',
    })
  })

  it('says nothing of posts whose superior no text names', () => {
    expect(misfitsOf(['finance'], null, ['S2'])).toEqual([])
    expect(misfitsOf(['projectEngineer'], ['finance'], ['S2'])).toEqual([])
    expect(misfitsOf([], null, ['S2'])).toEqual([])
  })
})

it('S1’s organisation counts where somebody leads its department [S1-2.1]', () => {
  expect(chartsInUse(['centreGm', 'callTaker'])).toEqual(['S2'])
  expect(chartsInUse(['callTaker', 'afterSalesManager'])).toEqual(['S1', 'S2'])
  expect(misfitsOf(['callTaker'], ['centreGm'], ['S2'])).toEqual([])
  expect(misfitsOf(['callTaker'], ['centreGm'], ['S1', 'S2'])).toMatchObject([{ clause: 'S1-2.1' }])
})

it('a province has one technical supervisor [S2-T2-3.10-0]', () => {
  const here = [{ role: 'provincialSupervisor', regionId: 'jx' }] as const
  expect(doubledSupervisor(here, here)).toEqual([
    {
      clause: 'S2-T2-3.10-0',
      text: {
        zh: '每省只设一名技术主管，该区域已另有一名。',
        en: 'Each province has one technical supervisor, and this region has another.',
      },
    },
  ])
  const both = [...here, { role: 'provincialSupervisor', regionId: 'ah' }] as const
  expect(doubledSupervisor(both, here)).toMatchObject([{ clause: 'S2-T2-3.10-0' }])
  const everywhere = [{ role: 'provincialSupervisor', regionId: null }] as const
  expect(doubledSupervisor(everywhere, everywhere)).toEqual([])
  expect(doubledSupervisor([{ role: 'engineer', regionId: 'jx' }], here)).toEqual([])
  expect(doubledSupervisor(here, [{ role: 'provincialSupervisor', regionId: 'ah' }])).toEqual([])
  expect(doubledSupervisor(here, [{ role: 'engineer', regionId: 'jx' }])).toEqual([])
})

it('the general manager is entrusted to the deputy; anybody else is pointed out [S2-T2-3.2-8]', () => {
  expect(entrustedElsewhere('centreGm', ['centreDeputyGm'])).toEqual([])
  expect(entrustedElsewhere('centreGm', ['technicalServiceManager'])).toEqual([
    {
      clause: 'S2-T2-3.2-8',
      text: {
        zh: '总经理不在时由副总经理受托代行，所选代理人不任此职。',
        en: 'While the general manager is away the deputy acts for them, which the substitute chosen is not.',
      },
    },
  ])
  expect(entrustedElsewhere('finance', ['engineer'])).toEqual([])
})
