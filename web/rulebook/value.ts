import { valueText } from '../../rules/policy/valueText.ts'
import type { Say } from '../language.tsx'

/** A parameter's value in the reader's language. */
export const shownValue = (value: unknown, unit: string, say: Say): string => say(valueText(value, unit))
