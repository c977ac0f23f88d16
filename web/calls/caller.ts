import type { Answer } from '../client/ask.ts'
import type { Say } from '../language.tsx'
import { texts } from '../texts/index.ts'

type Call = Pick<Answer<'get /api/calls/{id}'>, 'callerKind' | 'contactName' | 'customerName'>

/** Who rang, in a line: as closely as the number tells. */
export function callerOf({ callerKind, contactName, customerName }: Call, say: Say): string {
  const known = [customerName, contactName].filter(Boolean).join(' · ')
  return known || say(texts.calls[callerKind])
}

const { serviceNeed, complaint, priceEnquiry } = texts.calls
export const categories = { serviceNeed, complaint, priceEnquiry }

export function categoryOf(category: string | null, say: Say): string {
  return category && category in categories ? say(categories[category as keyof typeof categories]) : ''
}
