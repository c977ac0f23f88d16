import { Link } from 'wouter'
import type { Answer } from '../client/ask.ts'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { useSay } from '../language.tsx'
import { ChoiceField } from '../parts/Field.tsx'
import { StateMark } from '../parts/Marks.tsx'
import type { Fields } from '../parts/useFields.ts'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { categoryOf } from './caller.ts'

export type Found = Answer<'post /api/callers'>
const whoIs = ({ name, post, customerName }: Found['contacts'][number]) =>
  [customerName, name, post].filter(Boolean).join(' · ')

/** Who is on the phone, as far as the number tells, and what they rang about before. */
export function Known({ found, of }: { found: Found; of: Fields }) {
  const say = useSay()
  const link = useCaseLink()
  const { calls } = texts
  const [only] = found.contacts
  return (
    <div className="steps stack tight" role="status">
      {found.contacts.length > 1 ? (
        <ChoiceField
          of={of}
          name="contactId"
          label={say(calls.several)}
          optional
          options={found.contacts.map((one) => ({ value: one.contactId, label: whoIs(one) }))}
        />
      ) : (
        <strong>
          {only
            ? say(calls.known, { who: whoIs(only) })
            : found.people[0]
              ? say(calls.known, { who: `${say(calls.staff)} ${found.people[0].name}` })
              : say(calls.notKnown)}
        </strong>
      )}
      {found.earlier.length > 0 && (
        <details>
          <summary>
            {say(calls.earlier)} ({found.earlier.length})
          </summary>
          <ul className="owed">
            {found.earlier.map((one) => (
              <li key={one.id} className="row">
                <Link href={link(one.id)}>
                  <When at={one.startedAt} />
                </Link>
                {categoryOf(one.category, say)} <StateMark state={one.state} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
