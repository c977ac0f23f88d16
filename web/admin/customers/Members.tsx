import Button from 'antd/es/button'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words } from '../../texts/customers.ts'
import { texts } from '../../texts/index.ts'
import { Form } from '../parts/FormDrawer.tsx'
import { useSave } from '../parts/useSave.ts'

/** The client's and the contractor's people on a project, who see and decide what concerns it. */
export function Members({ projectId }: { projectId: string }) {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/projects/{id}/members', { params: { id: projectId } })
  const leave = useSave('delete /api/projects/{id}/members/{personId}')
  return (
    <div className="stack tight">
      <Shown of={found}>
        {({ items }) => (
          <ul className="plain">
            {items.length === 0 && <li className="soft">{say(words.noMembers)}</li>}
            {items.map(({ personId, name }) => (
              <li key={personId} className="row apart">
                <span>{name}</span>
                {may('project.editMembers') && (
                  <Button
                    size="small"
                    aria-label={`${say(words.takeOff)}: ${name}`}
                    onClick={() => leave.save({ params: { id: projectId, personId } })}
                  >
                    {say(words.takeOff)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <Refused error={leave.error} />
      {may('project.editMembers') && <Join projectId={projectId} />}
    </div>
  )
}

function Join({ projectId }: { projectId: string }) {
  const say = useSay()
  const fields = useFields({ personId: '' })
  const deed = useSave('put /api/projects/{id}/members/{personId}', fields, fields.clear)
  return (
    <Form
      of={fields}
      required={['personId']}
      deed={deed}
      label={say(words.join)}
      submit={() => deed.save({ params: { id: projectId, personId: fields.values['personId']! } })}
    >
      <PersonField of={fields} name="personId" label={say(texts.common.person)} />
    </Form>
  )
}
