/** The mark of every row of the sample department; `removeSample` takes it away by it. */
export const SAMPLE = 'sample'

/** Which of the two departments somebody belongs to: the house's own, or the sample that one looks around in. */
export type Side = 'house' | 'sample'

/**
 * What reaches beyond the sample's own matters into what the whole house shares: its registers, rosters and rulebooks.
 * Nobody of the sample department may do it, whatever their post.
 */
export const houseActions: ReadonlySet<string> = new Set([
  'absence.declare',
  'substitution.grant',
  'duty.edit',
  'outage.declare',
  'customer.edit',
  'equipment.edit',
  'residentPost.edit',
  'policy.amend',
  'policy.bind',
  'rulebook.draft',
  'rulebook.sign',
  'backtest.run',
  'pay.proposeRate',
])
