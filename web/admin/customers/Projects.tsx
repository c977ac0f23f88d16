import Button from 'antd/es/button'
import { useState } from 'react'
import { formatInstant } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useSay } from '../../language.tsx'
import { TextField } from '../../parts/Field.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'
import { Members } from './Members.tsx'

/** The projects of a customer, to bind rulebooks to; one that is over stays written. */
export function Projects({ of }: { of: { id: string; projects: readonly Schemas['Project'][] } }) {
  const say = useSay()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const end = useSave('patch /api/projects/{id}')
  return (
    <section className="stack tight">
      <h2 className="sub">{say(words.projects)}</h2>
      {of.projects.length === 0 && <p className="soft">{say(words.noProjects)}</p>}
      <ul className="plain">
        {of.projects.map(({ id, name, endedAt }) => (
          <li key={id} className="stack tight">
            <div className="row apart">
              <span>{name}</span>
              {endedAt ? (
                <span className="mark">{say(admin.ended)}</span>
              ) : (
                <span className="row">
                  {may('project.readMembers') && (
                    <Button
                      size="small"
                      aria-expanded={shown === id}
                      aria-label={`${say(words.members)}: ${name}`}
                      onClick={() => setShown(shown === id ? null : id)}
                    >
                      {say(words.members)}
                    </Button>
                  )}
                  {may('customer.edit') && (
                    <Button
                      size="small"
                      aria-label={`${say(words.over)}: ${name}`}
                      onClick={() => end.save({ params: { id }, body: { endedAt: formatInstant(serverNow()) } })}
                    >
                      {say(words.over)}
                    </Button>
                  )}
                </span>
              )}
            </div>
            {shown === id && <Members projectId={id} />}
          </li>
        ))}
      </ul>
      <Refused error={end.error} />
      {adding && <Add customerId={of.id} done={() => setAdding(false)} />}
      {may('customer.edit') && !adding && (
        <div>
          <Button onClick={() => setAdding(true)}>{say(words.newProject)}</Button>
        </div>
      )}
    </section>
  )
}

function Add({ customerId, done }: { customerId: string; done: () => void }) {
  const say = useSay()
  const fields = useFields({ name: '' })
  const deed = useSave('post /api/customers/{id}/projects', fields, done)
  return (
    <Form
      of={fields}
      required={['name']}
      deed={deed}
      submit={() => deed.save({ params: { id: customerId }, body: { name: fields.values['name']! } })}
    >
      <TextField of={fields} name="name" label={say(words.projectName)} autoFocus />
    </Form>
  )
}
