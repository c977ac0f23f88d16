import Button from 'antd/es/button'
import { localDate } from '../../../rules/time/local.ts'
import { serverNow, useServerNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { useNames } from '../../parts/names.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { DateField } from '../../parts/SpecialFields.tsx'
import { instantOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { texts } from '../../texts/index.ts'
import { endingNow, endOf, startOf } from '../parts/dates.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { Period } from '../parts/Period.tsx'
import { useSave } from '../parts/useSave.ts'

/** Who holds a post at a site, and held it. */
export function Holders({ of }: { of: Schemas['ResidentPost'] }) {
  const say = useSay()
  const may = useMay()
  const now = useServerNow()
  const nameOf = useNames()
  const end = useSave('patch /api/resident-post-holders/{id}')
  const running = ({ fromAt, toAt }: { fromAt: string; toAt: string | null }) =>
    toAt === null || instantOf(toAt) > Math.max(now, instantOf(fromAt) + 1)
  return (
    <section className="stack tight">
      <h2 className="sub">{say(words.holders)}</h2>
      {of.holders.length === 0 && <p className="soft">{say(words.noHolders)}</p>}
      <ul className="plain">
        {of.holders.map((one) => (
          <li key={one.id} className="row apart">
            <span>
              {nameOf(one.personId)} <Period fromAt={one.fromAt} toAt={one.toAt} />
            </span>
            {may('residentPost.edit') && running(one) && (
              <Button
                size="small"
                aria-label={`${say(admin.endNow)}: ${nameOf(one.personId)}`}
                onClick={() => end.save({ params: { id: one.id }, body: { toAt: endingNow(one.fromAt) } })}
              >
                {say(admin.endNow)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused error={end.error} />
      {may('residentPost.edit') && <Appoint key={of.holders.length} postId={of.id} />}
    </section>
  )
}

function Appoint({ postId }: { postId: string }) {
  const say = useSay()
  const fields = useFields({ personId: '', fromAt: localDate(serverNow()), toAt: '' })
  const deed = useSave('post /api/resident-posts/{id}/holders', fields)
  function submit() {
    const { personId = '', fromAt = '', toAt } = fields.values
    deed.save({ params: { id: postId }, body: { personId, fromAt: startOf(fromAt), toAt: toAt ? endOf(toAt) : null } })
  }
  return (
    <Form of={fields} required={['personId', 'fromAt']} deed={deed} submit={submit} label={say(words.appoint)}>
      <PersonField of={fields} name="personId" label={say(texts.common.person)} />
      <div className="grid">
        <DateField of={fields} name="fromAt" label={say(admin.from)} />
        <DateField of={fields} name="toAt" label={say(admin.to)} optional />
      </div>
    </Form>
  )
}
