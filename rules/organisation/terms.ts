import { roles, roleIds, type Role } from '../roles.ts'

/** What S2's structure calls a post, where our label says it otherwise: lists of people are written in those words (S2-T2-1, S2-T2-1.1, S2-T2-1.2). */
const ALSO: Partial<Record<Role, readonly string[]>> = {
  centreGm: ['中心总经理'],
  centreDeputyGm: ['中心副总经理'],
  technicalServiceManager: ['技术服务部经理'],
  technicalServiceDeputyManager: ['技术服务部副经理'],
  technicalSupportManager: ['技术支持部经理'],
  provincialSupervisor: ['技术主管'],
  engineer: ['技术服务工程师'],
}

/** The role that somebody means: by its id, its label in either language, or the rulebook's own word. */
export function roleMeant(said: string): Role | undefined {
  const wanted = said.toLowerCase()
  return roleIds.find((role) =>
    [role, roles[role].zh, roles[role].en, ...(ALSO[role] ?? [])].some((known) => known.toLowerCase() === wanted),
  )
}

/** How many roles are offered for a word that is none. */
const OFFERED = 3

const pairs = (word: string) => {
  const letters = [...word.toLowerCase()]
  return new Set(letters.slice(1).map((letter, i) => letters[i]! + letter))
}

/** The roles whose label shares most with a word that is none, the likeliest first; none where nothing is shared. */
export function rolesLike(said: string): Role[] {
  const wanted = pairs(said)
  const likeness = (label: string) => {
    const own = pairs(label)
    const shared = [...own].filter((pair) => wanted.has(pair)).length
    return shared === 0 ? 0 : (2 * shared) / (own.size + wanted.size)
  }
  return roleIds
    .map((role) => ({ role, like: Math.max(likeness(roles[role].zh), likeness(roles[role].en)) }))
    .filter(({ like }) => like >= 0.3)
    .sort((a, b) => b.like - a.like)
    .slice(0, OFFERED)
    .map(({ role }) => role)
}
