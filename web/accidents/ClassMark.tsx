import { useSay } from '../language.tsx'
import { words } from '../texts/accidents.ts'

/** The class of an accident; none where no ground that stands gives it one. */
export function ClassMark({ of }: { of: 'I' | 'II' | null }) {
  const say = useSay()
  if (of === null) return <span className="mark">{say(words.noClass)}</span>
  return <span className={`mark ${of === 'I' ? 'bad' : 'warn'}`}>{say(of === 'I' ? words.classI : words.classII)}</span>
}
