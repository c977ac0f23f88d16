import Button from 'antd/es/button'
import { formatInstant } from '../../../rules/time/local.ts'
import { serverNow } from '../../client/clock.ts'
import type { Schemas } from '../../client/schema.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { ChoiceField, TextField } from '../../parts/Field.tsx'
import { useNames } from '../../parts/names.tsx'
import { PersonField } from '../../parts/PersonField.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/duty.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useSave } from '../parts/useSave.ts'

type Line = Schemas['Line']
const KINDS = ['hotline', 'direct'] as const

/** The telephone lines of ours. */
export function Lines() {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const [open, setOpen] = useOpen('line')
  const found = useAsk('get /api/lines', {})
  const chosen = found.data?.items.find((line) => line.id === open)
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{say(words.lines)}</h2>
        {may('duty.edit') && <Button onClick={() => setOpen('new')}>{say(words.newLine)}</Button>}
      </div>
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.noLines)}</Empty>
          ) : (
            <Rows
              label={say(words.lines)}
              rows={items}
              columns={[
                {
                  title: say(words.number),
                  show: (line) =>
                    may('duty.edit') ? (
                      <Button type="link" onClick={() => setOpen(line.id)}>
                        {line.number}
                      </Button>
                    ) : (
                      line.number
                    ),
                },
                { title: say(admin.kind), show: (line) => say(words[line.kind]) },
                { title: say(words.department), show: (line) => line.department },
                { title: say(words.desk), show: (line) => nameOf(line.personId) || '—' },
                {
                  title: say(admin.active),
                  show: (line) => (
                    <span className={line.endedAt ? 'mark' : 'mark good'}>
                      {say(line.endedAt ? admin.ended : admin.active)}
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Shown>
      {(open === 'new' || chosen) && <Edit key={open} of={chosen} close={() => setOpen(null)} />}
    </section>
  )
}

function Edit({ of, close }: { of?: Line; close: () => void }) {
  const say = useSay()
  const { number = '', kind = 'hotline', department = '', personId } = of ?? {}
  const fields = useFields({ number, kind, department, personId: personId ?? '' })
  const create = useSave('post /api/lines', fields, close)
  const change = useSave('patch /api/lines/{id}', fields, close)
  function submit() {
    const { number = '', kind, department = '', personId } = fields.values
    const body = { number, kind: kind as Line['kind'], department, personId: personId || null }
    if (of) change.save({ params: { id: of.id }, body })
    else create.save({ body })
  }
  return (
    <Panel title={say(of ? words.lines : words.newLine)} close={close}>
      <Form of={fields} required={['number', 'kind', 'department']} deed={of ? change : create} submit={submit}>
        <TextField of={fields} name="number" label={say(words.number)} inputMode="tel" autoFocus />
        <ChoiceField
          of={fields}
          name="kind"
          label={say(admin.kind)}
          options={KINDS.map((one) => ({ value: one, label: say(words[one]) }))}
        />
        <TextField of={fields} name="department" label={say(words.department)} />
        <PersonField of={fields} name="personId" label={say(words.desk)} optional />
      </Form>
      {of && !of.endedAt && (
        <div>
          <Button
            loading={change.isPending}
            onClick={() => change.save({ params: { id: of.id }, body: { endedAt: formatInstant(serverNow()) } })}
          >
            {say(words.endLine)}
          </Button>
        </div>
      )}
    </Panel>
  )
}
