import Button from 'antd/es/button'
import { usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { Page } from '../../parts/Page.tsx'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { words } from '../../texts/customers.ts'
import { texts } from '../../texts/index.ts'
import { FilterBar, useFilters } from '../parts/FilterBar.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useRegions } from '../parts/useRegions.ts'
import { CustomerDrawer } from './CustomerDrawer.tsx'

/** Whom the department serves. */
export default function Customers() {
  const say = useSay()
  const may = useMay()
  const [open, setOpen] = useOpen()
  const filters = useFilters('q', 'active')
  const list = usePages('get /api/customers', filters)
  const regions = useRegions()
  const flags = [
    { value: 'true', label: say(texts.common.yes) },
    { value: 'false', label: say(texts.common.no) },
  ]
  return (
    <Page
      title={say(words.customers)}
      actions={
        <>
          <Export of="get /api/exports/customers" query={filters} />
          {may('customer.edit') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.newCustomer)}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        filters={[
          { name: 'q', label: say(admin.search) },
          { name: 'active', label: say(admin.active), options: flags },
        ]}
      />
      <Listed
        of={list}
        label={say(words.customers)}
        none={say(words.none)}
        idOf={(row) => row.id}
        columns={[
          {
            title: say(admin.name),
            show: (row) => (
              <Button type="link" onClick={() => setOpen(row.id)}>
                {row.name}
              </Button>
            ),
          },
          { title: say(admin.code), show: (row) => row.code },
          { title: say(admin.region), show: (row) => regions.nameOf(row.regionId) || '—' },
          { title: say(words.calendar), show: (row) => row.calendar ?? '—' },
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
      {open && <CustomerDrawer key={open} id={open === 'new' ? null : open} close={() => setOpen(null)} go={setOpen} />}
    </Page>
  )
}
