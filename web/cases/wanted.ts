import { promiseLabel } from '../../rules/promises.ts'
import type { Text } from '../../rules/text.ts'
import { stepsOf } from './steps.ts'

/** Promises that somebody else has to confirm before they are worth anything, by the promise in which they do. */
const CONFIRMED_BY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  call: { contact: 'establish' },
  serviceTask: { plan: 'approvePlan', record: 'confirm', rate: 'confirm', planReturn: 'agreeReturn' },
  staffChange: { apply: 'approve', handOver: 'confirm' },
  statement: { submit: 'accept' },
}

/** What a step wants besides its being done: papers, pictures and signatures, and somebody's confirmation after it. */
export function wantedOf(kind: string, promise: string): { evidence: Text[]; confirmation: Text | null } {
  const fields = stepsOf(kind).find((step) => step.promise === promise)?.fields ?? []
  const evidence = fields.filter((field) => ['files', 'signature'].includes(field.kind) && !field.optional)
  const confirming = CONFIRMED_BY[kind]?.[promise]
  return {
    evidence: evidence.map(({ label }) => label),
    confirmation: confirming ? promiseLabel(kind, confirming) : null,
  }
}
