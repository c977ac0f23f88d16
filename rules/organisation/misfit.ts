import type { ClauseId } from '../clauses/index.ts'
import { roles, type Role } from '../roles.ts'
import type { Text } from '../text.ts'
import type { Chart } from './departments.ts'
import { postsOf } from './posts.ts'

/** Why a placement is not what the rulebook lays down. A warning: the house may have its reasons. */
export interface Misfit {
  clause: ClauseId
  text: Text
}

/** A role held, in one region or (null) everywhere. */
export interface Held {
  role: Role
  regionId: string | null
}

const named = (ids: readonly Role[], language: keyof Text) =>
  ids.map((id) => roles[id][language]).join(language === 'zh' ? '或' : ' or ')

/**
 * The rulebooks whose organisation the house has, by the roles that are held: S2's is the service centre's own, S1's is
 * there where somebody leads its department. A house rule: no rulebook says for which house it is written.
 */
export const chartsInUse = (held: readonly Role[]): Chart[] =>
  held.includes('afterSalesManager') ? ['S1', 'S2'] : ['S2']

/**
 * Whether a person's superior holds a post that one of the person's own reports to. Of several posts one that fits is
 * enough, and so is one rulebook of several that has the post. `superior` null: none is entered.
 */
export function misfitsOf(own: readonly Role[], superior: readonly Role[] | null, charts: readonly Chart[]): Misfit[] {
  const asked = own.flatMap(postsOf).filter((post) => charts.includes(post.chart) && post.superiors.length > 0)
  if (asked.length === 0) return []
  if (superior && asked.some((post) => post.superiors.some((role) => superior.includes(role)))) return []
  // One line is enough: the highest post's, as S2 has it where both rulebooks have the post.
  const post = asked.find((one) => one.chart === 'S2') ?? asked[0]!
  const [zh, en] = [named(post.superiors, 'zh'), named(post.superiors, 'en')]
  const who = roles[post.role]
  const text = superior
    ? {
        zh: `${who.zh}的直接上级应为${zh}，所选上级不任此职。`,
        en: `${who.en}: reports to ${en}, which the superior chosen is not.`,
      }
    : { zh: `${who.zh}的直接上级应为${zh}，尚未填写。`, en: `${who.en}: reports to ${en}, and nobody is entered.` }
  return [{ clause: post.clause, text }]
}

/** Each province has one technical supervisor [S2-T2-3.10-0]: whether somebody else holds it in a region of this person's. */
export function doubledSupervisor(own: readonly Held[], others: readonly Held[]): Misfit[] {
  const provinces = (held: readonly Held[]) =>
    held.flatMap(({ role, regionId }) => (role === 'provincialSupervisor' && regionId ? [regionId] : []))
  const taken = new Set(provinces(others))
  if (!provinces(own).some((regionId) => taken.has(regionId))) return []
  const text = {
    zh: '每省只设一名技术主管，该区域已另有一名。',
    en: 'Each province has one technical supervisor, and this region has another.',
  }
  return [{ clause: 'S2-T2-3.10-0', text }]
}

/**
 * While the general manager is away, the deputy acts for them on entrustment [S2-T2-3.2-8]: whether a grant of the
 * general manager's role goes to somebody else.
 */
export function entrustedElsewhere(role: Role, to: readonly Role[]): Misfit[] {
  if (role !== 'centreGm' || to.includes('centreDeputyGm')) return []
  const text = {
    zh: '总经理不在时由副总经理受托代行，所选代理人不任此职。',
    en: 'While the general manager is away the deputy acts for them, which the substitute chosen is not.',
  }
  return [{ clause: 'S2-T2-3.2-8', text }]
}
