import Button from 'antd/es/button'
import { useState } from 'react'
import { HOUR, MINUTE } from '../../../rules/instant.ts'
import { roles, type Role } from '../../../rules/roles.ts'
import type { Answer } from '../../client/ask.ts'
import { serverNow, useServerNow } from '../../client/clock.ts'
import { useAsk, usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { TimeField } from '../../parts/Field.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { useNames } from '../../parts/names.tsx'
import { Page } from '../../parts/Page.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { SelectField } from '../../parts/SelectField.tsx'
import { fieldOf, instantOf, isoOf } from '../../parts/time.ts'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words } from '../../texts/admin.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { endingNow } from '../parts/dates.ts'
import { Misfits } from '../parts/Misfits.tsx'
import { Period } from '../parts/Period.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useSave } from '../parts/useSave.ts'

/** Dated grants of a role to somebody who acts in it while its holder is away. */
export default function Substitutions() {
  const say = useSay()
  const may = useMay()
  const now = useServerNow()
  const nameOf = useNames()
  const [open, setOpen] = useOpen()
  const [granted, setGranted] = useState<Answer<'post /api/substitutions'>>()
  const list = usePages('get /api/substitutions', {})
  const end = useSave('patch /api/substitutions/{id}')
  return (
    <Page
      title={say(words.substitutions)}
      actions={
        <>
          <Export of="get /api/exports/substitutions" />
          {may('substitution.grant') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.grant)}
            </Button>
          )}
        </>
      }
    >
      <p className="soft">{say(words.substitutionsHelp)}</p>
      {granted && <Misfits of={granted.misfits} />}
      <Refused error={end.error} />
      <Listed
        of={list}
        label={say(words.substitutions)}
        none={say(words.noSubstitutions)}
        idOf={(row) => row.id}
        columns={[
          { title: say(words.grantor), show: (row) => nameOf(row.fromPersonId) },
          { title: say(words.role), show: (row) => say(roles[row.role]) },
          { title: say(words.substitute), show: (row) => nameOf(row.toPersonId) },
          { title: say(words.from), show: (row) => <Period fromAt={row.fromAt} toAt={row.toAt} /> },
          {
            title: say(words.end),
            show: (row) =>
              may('substitution.grant') && instantOf(row.toAt) > now ? (
                <Button
                  size="small"
                  aria-label={`${say(words.endNow)}: ${nameOf(row.toPersonId)}`}
                  onClick={() => end.save({ params: { id: row.id }, body: { toAt: endingNow(row.fromAt) } })}
                >
                  {say(words.endNow)}
                </Button>
              ) : null,
          },
        ]}
      />
      {open === 'new' && (
        <Grant
          done={(answer) => {
            setGranted(answer)
            setOpen(null)
          }}
          close={() => setOpen(null)}
        />
      )}
    </Page>
  )
}

function Grant(props: { close: () => void; done: (answer: Answer<'post /api/substitutions'>) => void }) {
  const { close, done } = props
  const say = useSay()
  const [opened] = useState(serverNow)
  const fields = useFields({
    fromPersonId: '',
    toPersonId: '',
    role: '',
    fromAt: fieldOf(opened),
    toAt: fieldOf(opened + 24 * HOUR),
  })
  const { fromPersonId = '', toPersonId = '', role, fromAt = '', toAt = '' } = fields.values
  const grantor = useAsk(
    'get /api/people/{id}',
    { params: { id: fromPersonId } },
    { enabled: fromPersonId !== '', freshMs: MINUTE },
  )
  const held = fromPersonId
    ? (grantor.data?.roles.filter((one) => one.toAt === null || instantOf(one.toAt) > opened) ?? [])
    : []
  const options = [...new Set(held.map((one) => one.role))].map((one) => ({ value: one, label: say(roles[one]) }))
  const deed = useSave('post /api/substitutions', fields, done)
  const submit = () =>
    deed.save({ body: { fromPersonId, toPersonId, role: role as Role, fromAt: isoOf(fromAt), toAt: isoOf(toAt) } })
  return (
    <Panel title={say(words.grant)} close={close}>
      <Form
        of={fields}
        required={['fromPersonId', 'role', 'toPersonId', 'fromAt', 'toAt']}
        deed={deed}
        submit={submit}
        label={say(words.grant)}
      >
        <PersonField of={fields} name="fromPersonId" label={say(words.grantor)} />
        <SelectField of={fields} name="role" label={say(words.role)} options={options} />
        <PersonField of={fields} name="toPersonId" label={say(words.substitute)} />
        <TimeField of={fields} name="fromAt" label={say(words.from)} />
        <TimeField of={fields} name="toAt" label={say(words.to)} />
      </Form>
    </Panel>
  )
}
