import type { Instant } from '../instant.ts'

/** A time on a post, from an instant until (not including) another; `toAt` null: until further notice. */
export interface Tenure {
  fromAt: Instant
  toAt: Instant | null
}

/**
 * Posts at a customer's site are set up as the customer needs them, each with its duties and permissions [S4-K-5], for so
 * many people and a time. Whether somebody's time on the post lies within the post's own; no time at all does not.
 */
export function liesWithin(post: Tenure, { fromAt, toAt }: Tenure): boolean {
  if (fromAt < post.fromAt || (toAt !== null && toAt <= fromAt)) return false
  return post.toAt === null || (toAt !== null && toAt <= post.toAt)
}

/** The most people who hold a post at one moment; that is at the beginning of somebody's time. */
export function mostAtOnce(holders: readonly Tenure[]): number {
  const at = (moment: Instant) =>
    holders.filter(({ fromAt, toAt }) => fromAt <= moment && (toAt === null || toAt > moment)).length
  return Math.max(0, ...holders.map(({ fromAt }) => at(fromAt)))
}
