import Button from 'antd/es/button'
import { REPAIR_STATES, repairStates } from '../../rules/equipment/repair.ts'
import { FilterBar, useFilters } from '../admin/parts/FilterBar.tsx'
import { Panel } from '../admin/parts/FormDrawer.tsx'
import { useOpen } from '../admin/parts/useOpen.ts'
import { usePeople } from '../admin/parts/usePeople.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { Page } from '../parts/Page.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { words as admin } from '../texts/admin.ts'
import { words as customers } from '../texts/customers.ts'
import { texts } from '../texts/index.ts'
import { words } from '../texts/repairs.ts'
import { useEquipment } from './EquipmentField.tsx'
import { RepairForm } from './RepairForm.tsx'
import { RepairPanel, Standing, Warranty } from './RepairPanel.tsx'

/** Repairs of equipment at the customers of my regions, the latest first, and which of them failed again (S1-4.4.1). */
export default function Repairs() {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useOpen()
  const filters = useFilters('q', 'equipmentId', 'engineerId', 'state', 'failed', 'fromOn', 'untilOn')
  const list = usePages('get /api/repairs', filters)
  const items = list.items ?? []
  const chosen = items.find((one) => one.id === open)
  const close = () => setOpen(null)
  const people = usePeople()
  const things = new Map(items.map((one) => [one.equipmentId, `${one.product} ${one.serialNumber}`]))
  const asked = useEquipment(filters.equipmentId)
  if (asked) things.set(asked.id, `${asked.product} ${asked.serialNumber}`)
  const flags = (['true', 'false'] as const).map((value) => ({
    value,
    label: say(value === 'true' ? texts.common.yes : texts.common.no),
  }))
  return (
    <Page
      title={say(texts.shell.repairs)}
      actions={
        may('repair.record') && (
          <Button type="primary" onClick={() => setOpen('new')}>
            {say(words.add)}
          </Button>
        )
      }
    >
      <p className="soft">{say(words.hint)}</p>
      <FilterBar
        filters={[
          { name: 'q', label: say(admin.search) },
          {
            name: 'equipmentId',
            label: say(words.equipment),
            options: [...things].map(([value, label]) => ({ value, label })),
          },
          { name: 'engineerId', label: say(words.engineer), options: people },
          {
            name: 'state',
            label: say(words.warranty),
            options: REPAIR_STATES.map((value) => ({ value, label: say(repairStates[value]) })),
          },
          { name: 'failed', label: say(words.again), options: flags },
          { name: 'fromOn', label: say(words.from), type: 'date' },
          { name: 'untilOn', label: say(words.until), type: 'date' },
        ]}
      />
      <Listed
        takeAlong={<Export of="get /api/exports/repairs" query={filters} />}
        of={list}
        label={say(texts.shell.repairs)}
        none={say(words.none)}
        idOf={(row) => row.id}
        columns={[
          {
            title: say(words.equipment),
            show: (row) => (
              <Button type="link" onClick={() => setOpen(row.id)}>
                {row.product} {row.serialNumber}
              </Button>
            ),
          },
          { title: say(customers.customer), show: (row) => row.customerName },
          { title: say(words.repairedAt), show: (row) => <When at={row.repairedAt} day /> },
          { title: say(words.engineer), show: (row) => row.engineerName },
          { title: say(words.work), show: (row) => row.work },
          { title: say(words.warranty), show: (row) => <Warranty of={row} /> },
          { title: say(texts.common.state), show: (row) => <Standing of={row} /> },
        ]}
      />
      {open === 'new' && (
        <Panel title={say(words.add)} close={close}>
          <RepairForm equipmentId={filters.equipmentId} done={close} />
        </Panel>
      )}
      {chosen && <RepairPanel key={chosen.id} of={chosen} close={close} />}
    </Page>
  )
}
