import type { Text } from '../../rules/text.ts'
import { factLabels, factLabelsOf } from '../texts/facts.ts'
import { entryKinds, ladderSteps } from '../texts/cases.ts'
import type { Case } from './useCase.ts'

type Fact = Case['facts'][number]
type Step = Case['steps'][number]
type Entry = Case['entries'][number]

/** One line of the timeline: something that happened, something the timer did, something it cost. */
export type Happening =
  | { id: string; at: string; kind: 'fact'; label: Text; fact: Fact }
  | { id: string; at: string; kind: 'step'; label: Text; step: Step; promise: Case['obligations'][number] | undefined }
  | { id: string; at: string; kind: 'entry'; label: Text; entry: Entry }

const labelled = (labels: Readonly<Record<string, Text>>, name: string): Text => labels[name] ?? { zh: name, en: name }

/** Everything that happened in a case, in order of when it did, and not of when it was entered. */
export function happenings({ kind, facts, steps, entries, obligations }: Case): Happening[] {
  const words = { ...factLabels, ...factLabelsOf[kind] }
  const all: Happening[] = [
    ...facts.map((fact): Happening => ({
      id: fact.id,
      at: fact.occurredAt,
      kind: 'fact',
      label: labelled(words, fact.kind),
      fact,
    })),
    ...steps.map((step): Happening => ({
      id: `${step.obligationId}:${step.step}:${step.firedAt}`,
      at: step.firedAt,
      kind: 'step',
      label: labelled(ladderSteps, step.step),
      step,
      promise: obligations.find((one) => one.id === step.obligationId),
    })),
    ...entries.map((entry): Happening => ({
      id: entry.id,
      at: entry.recordedAt,
      kind: 'entry',
      label: labelled(entryKinds, entry.kind),
      entry,
    })),
  ]
  return all.sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}
