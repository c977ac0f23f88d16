import Button from 'antd/es/button'
import { Link } from 'wouter'
import { usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { Page } from '../../parts/Page.tsx'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { links } from '../../texts/customerLinks.ts'
import { words } from '../../texts/customers.ts'
import { texts } from '../../texts/index.ts'
import { useSubjects } from '../bindings/useSubjects.ts'
import { FilterBar, useFilters } from '../parts/FilterBar.tsx'
import { Panel } from '../parts/FormDrawer.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { EquipmentForm } from './EquipmentForm.tsx'

/** What stands at customers, each with a label that opens a fault report. */
export default function Equipment() {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useOpen()
  const filters = useFilters('q', 'customerId', 'active')
  const list = usePages('get /api/equipment', filters)
  const { customers } = useSubjects()
  const search = filters.q || filters.customerId ? `?${new URLSearchParams(filters as Record<string, string>)}` : ''
  const chosen = list.items?.find((one) => one.id === open)
  const close = () => setOpen(null)
  const flags = [
    { value: 'true', label: say(texts.common.yes) },
    { value: 'false', label: say(texts.common.no) },
  ]
  return (
    <Page
      title={say(words.equipment)}
      actions={
        <>
          {may('repair.read') && <Link href="/equipment/repairs">{say(texts.shell.repairs)}</Link>}
          {may('equipment.label') && <Link href={`/equipment/labels${search}`}>{say(links.printAll)}</Link>}
          {may('equipment.edit') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.newEquipment)}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        filters={[
          { name: 'q', label: say(admin.search) },
          { name: 'customerId', label: say(words.customer), options: customers },
          { name: 'active', label: say(admin.active), options: flags },
        ]}
      />
      <Listed
        takeAlong={<Export of="get /api/exports/equipment" query={filters} />}
        of={list}
        label={say(words.equipment)}
        none={say(words.noEquipment)}
        idOf={(row) => row.id}
        columns={[
          {
            title: say(words.product),
            show: (row) => (
              <Button type="link" onClick={() => setOpen(row.id)}>
                {row.product}
              </Button>
            ),
          },
          { title: say(words.serialNumber), show: (row) => row.serialNumber },
          { title: say(words.customer), show: (row) => row.customerName },
          { title: say(words.place), show: (row) => row.place ?? '—' },
          { title: say(words.warrantyUntilOn), show: (row) => row.warrantyUntilOn ?? '—' },
          {
            title: say(words.label),
            show: (row) => (
              <Link href={`/equipment/${row.id}/label`} aria-label={`${say(words.label)}: ${row.serialNumber}`}>
                {say(words.label)}
              </Link>
            ),
          },
          ...(may('repair.read')
            ? [
                {
                  title: say(texts.shell.repairs),
                  show: (row: { id: string; serialNumber: string }) => (
                    <Link
                      href={`/equipment/repairs?equipmentId=${row.id}`}
                      aria-label={`${say(texts.shell.repairs)}: ${row.serialNumber}`}
                    >
                      {say(texts.common.open)}
                    </Link>
                  ),
                },
              ]
            : []),
          {
            title: say(texts.common.state),
            show: (row) => (
              <span className={row.active ? 'mark good' : 'mark'}>
                {say(row.active ? admin.active : admin.inactive)}
              </span>
            ),
          },
        ]}
      />
      {open === 'new' && (
        <Panel title={say(words.newEquipment)} close={close}>
          <EquipmentForm done={close} />
        </Panel>
      )}
      {chosen && (
        <Panel key={chosen.id} title={`${chosen.product} ${chosen.serialNumber}`} close={close}>
          <EquipmentForm of={chosen} done={close} />
        </Panel>
      )}
    </Page>
  )
}
