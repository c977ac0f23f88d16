import { Link } from 'wouter'
import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { words } from '../texts/firstMorning.ts'

/** The way to the first morning, for who leads it: while nobody is entered, and while it has begun and isn't done. */
export default function Morning() {
  const say = useSay()
  const { data } = useAsk('get /api/first-morning', {}, { freshMs: MINUTE })
  if (!data) return null
  const done = data.steps.filter(({ doneAt }) => doneAt !== null).length
  const of = data.steps.length
  const isEmpty = data.steps.find(({ step }) => step === 'people')!.count === 0
  if (done === of || (done === 0 && !isEmpty)) return null
  return (
    <p className="card">
      <Link href="/first-morning">
        {say(words.title)} · {say(words.progress, { n: done, of })} →
      </Link>
    </p>
  )
}
