import { useSay } from '../language.tsx'
import { texts } from '../texts/index.ts'

const STATES: Readonly<Record<string, string>> = { open: 'warn', ended: 'good', withdrawn: '' }
const VERDICTS: Readonly<Record<string, string>> = { onTime: 'good', late: 'bad', excused: '', void: '', pending: '' }
const words = texts.cases as Readonly<Record<string, { zh: string; en: string }>>

function Mark({ tone, word }: { tone: string; word: string }) {
  const say = useSay()
  const text = words[word]
  return <span className={`mark ${tone}`}>{text ? say(text) : word}</span>
}

/** Whether a case runs. */
export const StateMark = ({ state }: { state: string }) => <Mark tone={STATES[state] ?? ''} word={state} />

/** How a promise stands: what was done about it, and what that is worth. Until it is decided only the work is shown. */
export function PromiseMark({ work, verdict }: { work: string; verdict: string }) {
  return (
    <>
      {(work !== 'open' || verdict === 'pending') && <Mark tone={work === 'open' ? 'warn' : ''} word={work} />}{' '}
      {verdict !== 'pending' && <Mark tone={VERDICTS[verdict] ?? ''} word={verdict} />}
    </>
  )
}
