import { all, type CaseView, type Fact } from '../case.ts'
import type { Instant } from '../instant.ts'
import type { Role } from '../roles.ts'

/** What became of a report's mail: taken (250), put off, refused for good, not taken as our own mail failed, come back. */
const MAIL_FACTS = ['reportAccepted', 'reportDeferred', 'reportRefused', 'mailDown', 'reportBounced'] as const

/** The roles that one mail spoke to; a person who holds two of them gets one mail. */
export const rolesOf = (fact: Fact): Role[] => fact.data.roles as Role[]

/** The acceptances for a role that no bounce took back, the earliest first. */
export function standingAcceptances(view: CaseView, role: Role): Fact[] {
  const bounced = new Set(all(view, 'reportBounced').map((fact) => fact.data.acceptedId))
  return all(view, 'reportAccepted').filter((fact) => rolesOf(fact).includes(role) && !bounced.has(fact.id))
}

/**
 * The proof that our own mail kept the author from being on time: the last thing that happened to the mail of this role
 * before it became late was an attempt that our own mail failed. The house's reading of "our own mail is down": a report
 * submitted in time stands waiting; one that a server had refused, or that nobody had submitted, does not excuse.
 */
export function ownMailDown(view: CaseView, role: Role, lateFromAt: Instant): Fact | undefined {
  const last = MAIL_FACTS.flatMap((kind) => all(view, kind))
    .filter((fact) => fact.occurredAt < lateFromAt && rolesOf(fact).includes(role))
    .sort((a, b) => a.occurredAt - b.occurredAt)
    .at(-1)
  return last?.kind === 'mailDown' ? last : undefined
}
