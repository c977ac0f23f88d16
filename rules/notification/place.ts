/** What a notice says of where it belongs. */
interface Placed {
  template: string
  caseId: string | null
  params: Readonly<Record<string, unknown>>
}

/** Notices that ask for a step, by the promise that it keeps. */
const ASKS: Readonly<Record<string, string>> = {
  'appeal.filed': 'decide',
  'penalty.proposed': 'decide',
  'measure.proposed': 'decide',
  'call.faultReported': 'assign',
}

/** Pages of people's own where a case would show what isn't theirs. */
const PAGES: Readonly<Record<string, string>> = {
  'assessment.signed': '/my-entries',
  'pay.bonusApproved': '/pay',
  'pay.bonusChanged': '/pay',
  'fund.moved': '/fund',
  'fund.reminder': '/fund',
  'channel.test': '/admin/channels',
}

/**
 * The page of what a notice speaks of, as a path of the app: the entry itself, the version itself, the case with the step
 * that is asked for. Null where there is none. Ids only: nothing of a person stands in an address.
 */
export function placeOf({ template, caseId, params }: Placed): string | null {
  const text = (name: string) => (typeof params[name] === 'string' ? encodeURIComponent(params[name]) : undefined)
  const entryId = text('consequenceId')
  if (template.startsWith('consequence.') && entryId) return `/entries/${entryId}`
  if (template === 'rulebook.published' && text('rulebookId'))
    return `/rulebook/${text('rulebookId')}/versions/${Number(params['version'])}`
  const page = PAGES[template]
  if (page || caseId === null) return page ?? null
  const asked = ['obligation.opened', 'obligation.reminder'].includes(template) ? text('promise') : ASKS[template]
  return `/cases/${caseId}${asked ? `?do=${asked}` : ''}`
}
