import { setImmediate } from 'node:timers/promises'
import { pinyin } from 'pinyin-pro'

/** How a name is typed without Chinese characters: the initials of its syllables, and all of them. */
interface Sounds {
  initials: string
  whole: string
}

/** Names are few and stay: each is taken apart once. */
const known = new Map<string, Sounds>()
const MOST = 50_000

function soundsOf(name: string): Sounds {
  const found = known.get(name)
  if (found) return found
  const syllables = pinyin(name, { toneType: 'none', type: 'array', mode: 'surname' }).map((one) => one.toLowerCase())
  const sounds = { initials: syllables.map((one) => one[0] ?? '').join(''), whole: syllables.join('') }
  if (known.size >= MOST) known.clear()
  known.set(name, sounds)
  return sounds
}

/** Takes names apart beforehand, a few at a time: a first search may meet thousands, and others have their turn meanwhile. */
export async function hear(names: readonly string[]): Promise<void> {
  for (const [i, name] of names.entries()) {
    soundsOf(name)
    if (i % 200 === 199) await setImmediate()
  }
}

/** A name as it is typed in letters: the initials of its syllables, and all of them. */
export function spoken(name: string): string {
  const { initials, whole } = soundsOf(name)
  return `${initials} ${whole}`
}

/** Letters only: somebody typed pinyin, or a name in Latin script, or a code. */
export const isLatin = (asked: string): boolean => /^[a-z]+$/i.test(asked)

/**
 * Whether a name sounds as it was typed: `zs` and `zhangsan` find 张三, `gd` finds 城东供电公司. From the beginning of
 * the name ranks 0, within it 1; undefined where it doesn't.
 */
export function sounding(name: string, asked: string): 0 | 1 | undefined {
  const typed = asked.toLowerCase()
  const { initials, whole } = soundsOf(name)
  if (initials.startsWith(typed) || whole.startsWith(typed)) return 0
  return initials.includes(typed) ? 1 : undefined
}
