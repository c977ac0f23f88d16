import Button from 'antd/es/button'
import { roles as allRoles } from '../../../rules/roles.ts'
import { usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { useNames } from '../../parts/names.tsx'
import { Page } from '../../parts/Page.tsx'
import { useMay } from '../../shell/session.tsx'
import { words as admin } from '../../texts/admin.ts'
import { texts } from '../../texts/index.ts'
import { words } from '../../texts/people.ts'
import { FilterBar, useFilters } from '../parts/FilterBar.tsx'
import { useOpen } from '../parts/useOpen.ts'
import { useRegions, useRoles } from '../parts/useRegions.ts'
import { PersonDrawer } from './PersonDrawer.tsx'

/** The register of people. */
export default function People() {
  const say = useSay()
  const may = useMay()
  const nameOf = useNames()
  const [open, setOpen] = useOpen()
  const filters = useFilters('q', 'role', 'regionId', 'active')
  const list = usePages('get /api/people', filters)
  const regions = useRegions()
  const roles = useRoles()
  const flags = [
    { value: 'true', label: say(texts.common.yes) },
    { value: 'false', label: say(texts.common.no) },
  ]
  return (
    <Page
      title={say(words.people)}
      actions={
        <>
          <Export of="get /api/exports/people" query={filters} />
          {may('person.edit') && (
            <Button type="primary" onClick={() => setOpen('new')}>
              {say(words.newPerson)}
            </Button>
          )}
        </>
      }
    >
      <FilterBar
        filters={[
          { name: 'q', label: say(admin.search) },
          { name: 'role', label: say(admin.role), options: roles },
          { name: 'regionId', label: say(admin.region), options: regions.options },
          { name: 'active', label: say(words.active), options: flags },
        ]}
      />
      <Listed
        of={list}
        label={say(words.people)}
        none={say(words.none)}
        idOf={(row) => row.id}
        columns={[
          {
            title: say(words.name),
            show: (row) => (
              <Button type="link" onClick={() => setOpen(row.id)}>
                {row.name}
              </Button>
            ),
          },
          { title: say(words.code), show: (row) => row.code },
          { title: say(words.kind), show: (row) => say(words[row.kind]) },
          {
            title: say(admin.role),
            show: ({ posts }) =>
              posts.length === 0
                ? '—'
                : posts.map(({ role, regionId }) => (
                    <div key={`${role}${regionId}`}>
                      {say(allRoles[role])} {regionId && <span className="soft">{regions.nameOf(regionId)}</span>}
                    </div>
                  )),
          },
          { title: say(words.superior), show: (row) => nameOf(row.superiorId) || '—' },
          { title: say(words.email), show: (row) => row.email ?? '—' },
          {
            title: say(texts.common.state),
            show: (row) => (
              <span className={row.active ? 'mark good' : 'mark'}>
                {say(row.active ? words.active : admin.inactive)}
              </span>
            ),
          },
        ]}
      />
      {open && <PersonDrawer key={open} id={open === 'new' ? null : open} close={() => setOpen(null)} go={setOpen} />}
    </Page>
  )
}
