import type { Instant } from '../instant.ts'
import type { Text } from '../text.ts'
import { moment } from './moment.ts'

/** Why an entry no longer follows: when what became known since happened, and what is entered in its place. */
export interface Change {
  changedAt: Instant[]
  instead: { clause: string; amountFen: number }[]
}

/** An amount with its sign. */
export const signedMoney = (fen: number) => `${fen < 0 ? '−' : '+'}¥${(Math.abs(fen) / 100).toFixed(2)}`

/** The change in words, to follow the reason; nothing where none was noted. */
export function changeText({ changedAt, instead }: Readonly<Record<string, unknown>>): Text {
  const times = ((changedAt ?? []) as Instant[]).map(moment)
  const made = ((instead ?? []) as Change['instead']).map(
    ({ clause, amountFen }) => `${amountFen === 0 ? '' : `${signedMoney(amountFen)} `}${clause}`,
  )
  return {
    zh: `${times.length > 0 ? `其后得知的事实发生于 ${times.join('、')}。` : ''}${made.length > 0 ? `改记：${made.join('、')}。` : ''}`,
    en: `${times.length > 0 ? ` What became known since happened at ${times.join(', ')}.` : ''}${made.length > 0 ? ` Entered instead: ${made.join(', ')}.` : ''}`,
  }
}

/** A reason with the change behind it. */
export const withChange = (reason: Text, given: Readonly<Record<string, unknown>>): Text => {
  const { zh, en } = changeText(given)
  return { zh: reason.zh + zh, en: reason.en + en }
}
