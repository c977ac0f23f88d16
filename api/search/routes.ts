import { z } from 'zod'
import {
  findCases,
  findContacts,
  findCustomers,
  findEquipment,
  findPeople,
  findProjects,
} from '../../db/search/find.ts'
import { allClauses } from '../../rules/clauses/index.ts'
import { may, scopeOf, sideOf, type Action } from '../../rules/permissions.ts'
import { policies } from '../../rules/policy/index.ts'
import { zInstant } from '../http/instant.ts'
import { route, type Context } from '../http/route.ts'
import { zText } from '../http/shapes.ts'

const found = z.object({ id: z.string(), title: z.string(), detail: z.string() })

const search = route({
  method: 'post',
  path: '/api/search',
  action: 'obligation.read',
  // Reads only; what people look for may be a name or a number, and belongs into no address and no log.
  outside: true,
  summary: {
    zh: '查找人员、客户、项目、设备、事项、条款：名称、号码或拼音首字母',
    en: 'Find people, customers, projects, equipment, cases and clauses, by name, number or pinyin',
  },
  body: z.strictObject({ q: zText(60) }),
  response: z.object({
    people: z.array(found),
    customers: z.array(found),
    contacts: z.array(found),
    projects: z.array(found),
    equipment: z.array(found),
    cases: z.array(found.extend({ kind: z.string(), state: z.string(), startedAt: zInstant })),
    clauses: z.array(found.extend({ policy: z.string().nullable() })),
  }),
  handle: async (ctx) => {
    const { db, caller, body } = ctx
    const { q } = body
    const served = reach(ctx, 'customer.read')
    const [people, customers, contacts, projects, equipment] = await Promise.all([
      may(caller.grants, 'person.read') ? findPeople(db, q, sideOf(caller.grants)) : [],
      served ? findCustomers(db, q, served) : [],
      served ? findContacts(db, q, served) : [],
      served ? findProjects(db, q, served) : [],
      may(caller.grants, 'equipment.read') ? findEquipment(db, q, scopeOf(caller.grants, 'equipment.read')) : [],
    ])
    const scope = reach(ctx, 'case.read')
    const about = { people, customers: [...customers, ...contacts] }
    const cases = scope ? await findCases(db, q, { scope, personId: caller.personId }, about) : []
    return { people, customers, contacts, projects, equipment, cases, clauses: clausesLike(q, ctx.language) }
  },
})

/** Where the caller may do it; undefined: nowhere. */
function reach({ caller }: Pick<Context, 'caller'>, action: Action) {
  return may(caller.grants, action) ? scopeOf(caller.grants, action) : undefined
}

const SHOWN = 8

/** Clauses by number or title; published rulebooks are for everybody. */
function clausesLike(asked: string, language: 'zh' | 'en') {
  const typed = asked.toLowerCase()
  return allClauses()
    .filter(({ id, zh, en }) => [id, zh, en].some((text) => text.toLowerCase().includes(typed)))
    .slice(0, SHOWN)
    .map(({ id, ...title }) => ({ id, title: title[language], detail: id, policy: policyOfClause(id) }))
}

const plain = (id: string) => id.replaceAll('-', '')

/** The rulebook that states a clause: its number begins as the clause's does. Null where the product carries none of it out. */
function policyOfClause(clauseId: string): string | null {
  const stated = policies.filter(({ id }) => plain(clauseId).startsWith(plain(id)))
  return stated.sort((a, b) => b.id.length - a.id.length)[0]?.id ?? null
}

export const searchRoutes = [search]
