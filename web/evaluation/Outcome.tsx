import { useSay } from '../language.tsx'
import { words } from '../texts/evaluation.ts'

/** What became of a proposal. */
export function Outcome({ approved, lifted }: { approved: boolean | null; lifted: boolean }) {
  const say = useSay()
  const [tone, text] = lifted
    ? ['', words.lifted]
    : approved === null
      ? ['warn', words.waiting]
      : approved
        ? ['good', words.approved]
        : ['', words.declined]
  return <span className={`mark ${tone}`}>{say(text)}</span>
}
