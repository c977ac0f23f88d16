import { Link } from 'wouter'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { useNames } from '../parts/names.tsx'
import { Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'
import { actionWords, words } from '../texts/windows.ts'

/** What is recommended about whom, on what ground, with what target, and what was decided. */
export default function RecommendationPanel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const found = useAsk('get /api/recommendations/{id}', { params: { id } })
  return (
    <Shown of={found}>
      {(one) => (
        <>
          {!one.grounded && <span className="mark warn">{say(words.groundFell)}</span>}
          <About
            entries={[
              [say(texts.common.person), nameOf(one.personId)],
              [say(words.asks), say(actionWords[one.action])],
              [
                say(words.target),
                one.target === null ? (
                  <span key="target" className="mark warn">
                    {say(words.noTarget)}
                  </span>
                ) : (
                  one.target
                ),
              ],
              [say(texts.common.clause), `${one.clause} ${say(one.title)}`],
              [say(words.because), say(one.because)],
              [
                say(words.entry),
                <Link key="entry" href={`/entries/${one.consequenceId}`}>
                  {say(one.basis)}
                </Link>,
              ],
              [say(words.decision), one.decision && say(words[one.decision])],
            ]}
          />
        </>
      )}
    </Shown>
  )
}
