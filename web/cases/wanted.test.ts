import { describe, expect, it } from 'vitest'
import { wantedOf } from './wanted.ts'

const inEnglish = (kind: string, promise: string) => {
  const { evidence, confirmation } = wantedOf(kind, promise)
  return [evidence.map(({ en }) => en), confirmation?.en ?? null]
}

describe('what a next step wants', () => {
  it('is the customer’s signature and the supervisor’s confirmation for a rating [S0-A-3.13]', () => {
    expect(inEnglish('serviceTask', 'rate')).toEqual([["The customer's signature"], 'The supervisor confirms the form'])
  })

  it('is an approval for a plan, the form for a handover’s end, nothing for a call', () => {
    expect(inEnglish('serviceTask', 'plan')).toEqual([[], 'Approve the plan'])
    expect(inEnglish('staffChange', 'confirm')[0]).toHaveLength(1)
    expect(inEnglish('call', 'return')).toEqual([[], null])
  })
})
