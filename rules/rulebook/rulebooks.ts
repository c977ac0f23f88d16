import { allClauses, type Clause } from '../clauses/index.ts'
import { policies } from '../policy/index.ts'
import type { Text } from '../text.ts'

/** A rulebook as people read it: its text clauses too, whether or not it states any number. */
export interface Rulebook {
  /** The id of its policy, where it has parameters. */
  id: string
  /** What the ids of its clauses begin with. */
  prefix: string
  title: Text
}

/** Rulebooks that state no number the product computes with. They are published and acknowledged all the same. */
const textOnly: readonly Rulebook[] = [
  book('S0-B', '安防安装服务手册', 'Security installation service handbook'),
  book('S4-B', '项目售后服务承诺', 'After-sales service commitment'),
  book('S4-H', '驻场人员办法及流程', 'Resident staff, rules and service flow'),
  book('S4-P', '驻场服务要求', 'Requirements for on-site service'),
  book('S4-R', '驻场人员培训与考核', 'Training and assessment of resident staff'),
]

function book(id: string, zh: string, en: string): Rulebook {
  return { id, prefix: id, title: { zh, en } }
}

/**
 * Every rulebook, those with parameters first. The house rules are no rulebook of anybody's, yet bind all the same. One
 * without parameters is for the whole organisation (S0-B-1.2).
 */
export const rulebooks: readonly Rulebook[] = [
  ...policies.map(({ id, title }) => ({ id, title, prefix: id === 'S0A' ? 'S0-A' : id })),
  ...textOnly,
]

/** A rulebook by id; undefined where there is none. */
export const rulebookOf = (id: string): Rulebook | undefined => rulebooks.find((one) => one.id === id)

/** Whether the whole staff reads a rulebook, wherever its numbers hold: one that says so, and one without numbers. */
export function isForAll(id: string): boolean {
  const policy = policies.find((one) => one.id === id)
  return policy === undefined || policy.readBy === 'staff'
}

/** The clauses of a rulebook, in order. */
export const clausesOf = ({ prefix }: Rulebook): Clause[] =>
  allClauses().filter(({ id }) => id.startsWith(`${prefix}-`))
