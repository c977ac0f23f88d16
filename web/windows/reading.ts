import type { Text } from '../../rules/text.ts'
import type { Answer } from '../client/ask.ts'
import { settingWords, words } from '../texts/windows.ts'

export type Window = Answer<'get /api/windows'>['items'][number]['windows'][number]

const filled = ({ zh, en }: Text, params: Readonly<Record<string, unknown>>): Text => {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
  return { zh: fill(zh), en: fill(en) }
}

/** How a window is counted, in words: the number and the time, and each setting that the clauses leave open. */
export function readingText({ kind, reading }: Window): Text {
  if (!reading) return words.blocked
  const whole = kind === 'clean' ? words.cleanFor : reading['months'] === null ? words.ever : words.within
  const names =
    kind === 'clean'
      ? [`clean.${reading['span']}`, `overlap.${reading['overlap']}`, `idle.${reading['idle']}`]
      : [...(reading['months'] === null ? [] : [`count.${reading['span']}`]), `reuse.${reading['reuse']}`]
  const parts = [filled(whole, reading), ...names.flatMap((name) => settingWords[name] ?? [])]
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}
