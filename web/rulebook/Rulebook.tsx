import { Link } from 'wouter'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'
import { shownValue } from './value.ts'
import { Versions } from './Versions.tsx'
import '../parts/lanes.css'

type Policy = Answer<'get /api/policies'>['items'][number]
const blanksOf = ({ parameters }: Policy) => parameters.filter(({ value }) => value === null).length
/** A parameter of ours that no clause states is a house rule. */
const clauseOf = (id: string | null) => (id === null ? 'house:' : id)

/** The rulebooks: every parameter with its clause, what is left blank, the versions and for whom they hold. */
export default function Rulebook({ id }: { id?: string }) {
  const say = useSay()
  const policies = useAsk('get /api/policies', {})
  const { rulebook } = texts
  return (
    <Page title={say(rulebook.policies)}>
      <Shown of={policies}>
        {({ items }) => {
          const chosen = items.find((policy) => policy.id === id) ?? items[0]!
          return (
            <>
              <nav className="lanes" aria-label={say(rulebook.policies)}>
                {items.map((policy) => (
                  <Link
                    key={policy.id}
                    href={`/rulebook/${policy.id}`}
                    aria-current={policy.id === chosen.id ? 'true' : undefined}
                  >
                    {say(policy.title)}
                  </Link>
                ))}
              </nav>
              <div className="row">
                <h2>{say(chosen.title)}</h2>
                {blanksOf(chosen) > 0 && (
                  <span className="mark warn">{say(rulebook.blanks, { n: blanksOf(chosen) })}</span>
                )}
              </div>
              <Parameters of={chosen} />
              <Versions key={chosen.id} of={chosen} />
            </>
          )
        }}
      </Shown>
    </Page>
  )
}

function Parameters({ of }: { of: Policy }) {
  const say = useSay()
  const { rulebook } = texts
  if (of.parameters.length === 0) return <Empty>{say(rulebook.noParameters)}</Empty>
  return (
    <Rows
      label={say(of.title)}
      rows={of.parameters.map((one) => ({ ...one, id: one.key }))}
      isLate={(row) => row.value === null}
      columns={[
        { title: say(rulebook.parameter), show: (row) => say(row.label) },
        {
          title: say(rulebook.value),
          show: (row) =>
            row.value === null ? (
              <span className="mark warn">{say(rulebook.blank)}</span>
            ) : (
              <span className="clock">{shownValue(row.value, row.unit, say)}</span>
            ),
        },
        {
          title: say(rulebook.clause),
          show: ({ clause: cited }) => (
            <Clause id={clauseOf(cited)} title={cited && isClauseId(cited) ? clause(cited) : null} />
          ),
        },
      ]}
    />
  )
}
