import type { CaseView, Fact } from '../case.ts'
import type { Instant } from '../instant.ts'
import type { Role } from '../roles.ts'

/** What became of a report's mail: taken (250), refused for good, not taken because our own mail was down, come back. */
export const MAIL_FACTS = ['reportAccepted', 'reportRefused', 'mailDown', 'reportBounced'] as const

/** The roles that one mail spoke to; a person who holds two of them gets one mail. */
export const rolesOf = (fact: Fact): Role[] => fact.data.roles as Role[]

/** The acceptances for a role that no bounce took back, the earliest first. */
export function standingAcceptances(view: Pick<CaseView, 'facts'>, role: Role): Fact[] {
  const bounced = new Set(
    view.facts.filter((fact) => fact.kind === 'reportBounced').map((fact) => fact.data.acceptedId),
  )
  return view.facts.filter(
    (fact) => fact.kind === 'reportAccepted' && rolesOf(fact).includes(role) && !bounced.has(fact.id),
  )
}

/**
 * The proof that our own mail kept the author from being on time: the last thing that happened to the mail of this role
 * before it became late was an attempt that our own mail failed. The house's reading of "our own mail is down": a report
 * submitted in time stands waiting; one that a server had refused, or that nobody had submitted, does not excuse.
 */
export function ownMailDown(view: Pick<CaseView, 'facts'>, role: Role, lateFromAt: Instant): Fact | undefined {
  const last = view.facts
    .filter((fact) => (MAIL_FACTS as readonly string[]).includes(fact.kind) && fact.occurredAt < lateFromAt)
    .filter((fact) => rolesOf(fact).includes(role))
    .at(-1)
  return last?.kind === 'mailDown' ? last : undefined
}
