import Button from 'antd/es/button'
import { useState } from 'react'
import { localDate } from '../../../rules/time/local.ts'
import { roles, type Role } from '../../../rules/roles.ts'
import { serverNow, useServerNow } from '../../client/clock.ts'
import type { Answer } from '../../client/ask.ts'
import { useSay } from '../../language.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { DateField } from '../../parts/SpecialFields.tsx'
import { instantOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/people.ts'
import { endingNow, endOf, startOf } from '../parts/dates.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { Period } from '../parts/Period.tsx'
import { useRegions, useRoles } from '../parts/useRegions.ts'
import { useSave } from '../parts/useSave.ts'

type Person = Answer<'get /api/people/{id}'>

/** The roles of a person with their dates. They are ended, never taken out: the past keeps its holders. */
export function RolesOf({ of }: { of: Person }) {
  const say = useSay()
  const may = useMay()
  const now = useServerNow()
  const regions = useRegions()
  const [adding, setAdding] = useState(false)
  const end = useSave('patch /api/roles/{id}')
  const running = (toAt: string | null) => toAt === null || instantOf(toAt) > now
  return (
    <section className="stack tight">
      <h2 className="sub">{say(words.roles)}</h2>
      {of.roles.length === 0 && <p className="soft">{say(words.noRoles)}</p>}
      <ul className="plain">
        {of.roles.map(({ id, role, regionId, fromAt, toAt }) => (
          <li key={id} className="row apart">
            <span>
              {say(roles[role])} <span className="soft small">{regionId ? regions.nameOf(regionId) : ''}</span>
              <Period fromAt={fromAt} toAt={toAt} />
            </span>
            {may('role.grant') && running(toAt) && (
              <Button
                size="small"
                aria-label={`${say(admin.endNow)}: ${say(roles[role])}`}
                onClick={() => end.save({ params: { id }, body: { toAt: endingNow(fromAt) } })}
              >
                {say(admin.endNow)}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Refused error={end.error} />
      {may('role.grant') && !adding && (
        <div>
          <Button onClick={() => setAdding(true)}>{say(words.addRole)}</Button>
        </div>
      )}
      {adding && <AddRole personId={of.id} done={() => setAdding(false)} />}
    </section>
  )
}

function AddRole({ personId, done }: { personId: string; done: () => void }) {
  const say = useSay()
  const options = useRoles()
  const regions = useRegions()
  const fields = useFields({ role: '', regionId: '', fromAt: localDate(serverNow()), toAt: '' })
  const deed = useSave('post /api/people/{id}/roles', fields, done)
  function submit() {
    const { role, regionId, fromAt = '', toAt } = fields.values
    const body = {
      role: role as Role,
      regionId: regionId || null,
      fromAt: startOf(fromAt),
      toAt: toAt ? endOf(toAt) : null,
    }
    deed.save({ params: { id: personId }, body })
  }
  return (
    <Form of={fields} required={['role', 'fromAt']} deed={deed} submit={submit} label={say(words.addRole)}>
      <div className="grid">
        <SelectField of={fields} name="role" label={say(admin.role)} options={options} />
        <SelectField of={fields} name="regionId" label={say(admin.region)} options={regions.options} optional />
        <DateField of={fields} name="fromAt" label={say(admin.from)} />
        <DateField of={fields} name="toAt" label={say(admin.to)} optional />
      </div>
    </Form>
  )
}
