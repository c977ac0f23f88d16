import Button from 'antd/es/button'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { TextField } from '../../parts/Field.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Empty, Shown } from '../../parts/Shown.tsx'
import { useFields } from '../../parts/useFields.ts'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/people.ts'
import { Form, Panel } from '../parts/FormDrawer.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useSave } from '../parts/useSave.ts'

interface Region {
  id: string
  code: string
  name: string
}

/** The regions that roles, people and customers belong to. */
export function Regions() {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useOpen('region')
  const found = useAsk('get /api/regions', {})
  const chosen = found.data?.items.find((one) => one.id === open)
  return (
    <section className="stack tight">
      <div className="row apart">
        <h2>{say(words.regionsList)}</h2>
        <span className="row">
          <Export of="get /api/exports/regions" />
          {may('region.edit') && <Button onClick={() => setOpen('new')}>{say(words.newRegion)}</Button>}
        </span>
      </div>
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.noRegions)}</Empty>
          ) : (
            <Rows
              label={say(words.regionsList)}
              rows={items}
              columns={[
                {
                  title: say(admin.name),
                  show: (row) =>
                    may('region.edit') ? (
                      <Button type="link" onClick={() => setOpen(row.id)}>
                        {row.name}
                      </Button>
                    ) : (
                      row.name
                    ),
                },
                { title: say(admin.code), show: (row) => row.code },
              ]}
            />
          )
        }
      </Shown>
      {(open === 'new' || chosen) && <Edit key={open} of={chosen} close={() => setOpen(null)} />}
    </section>
  )
}

function Edit({ of, close }: { of?: Region; close: () => void }) {
  const say = useSay()
  const fields = useFields({ code: of?.code ?? '', name: of?.name ?? '' })
  const create = useSave('post /api/regions', fields, close)
  const change = useSave('patch /api/regions/{id}', fields, close)
  function submit() {
    const { code = '', name = '' } = fields.values
    if (of) change.save({ params: { id: of.id }, body: { code, name } })
    else create.save({ body: { code, name } })
  }
  return (
    <Panel title={say(of ? words.regionsList : words.newRegion)} close={close}>
      <Form of={fields} required={['code', 'name']} deed={of ? change : create} submit={submit}>
        <TextField of={fields} name="name" label={say(admin.name)} autoFocus />
        <TextField of={fields} name="code" label={say(admin.code)} />
      </Form>
    </Panel>
  )
}
