import { clause } from '../../rules/clauses/index.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { words } from '../texts/accidents.ts'
import { ClassMark } from './ClassMark.tsx'

const DEFINITIONS = { I: 'S0-A-5.1a', II: 'S0-A-5.2a' } as const

/** What makes an accident one of Class I or II, by its clause. */
export function Definitions() {
  const say = useSay()
  return (
    <section className="card stack tight" aria-label={say(words.definitions)}>
      <h2 className="sub">{say(words.definitions)}</h2>
      {(['I', 'II'] as const).map((of) => (
        <div key={of} className="row">
          <ClassMark of={of} />
          <Clause id={DEFINITIONS[of]} title={clause(DEFINITIONS[of])} />
        </div>
      ))}
      <p className="soft small">{say(words.byDefinition)}</p>
    </section>
  )
}
