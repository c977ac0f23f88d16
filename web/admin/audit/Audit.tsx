import { permissions } from '../../../rules/permissions.ts'
import { actionText } from '../../../rules/system/actionText.ts'
import { usePages } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Listed } from '../../parts/Listed.tsx'
import { useNames } from '../../parts/names.tsx'
import { Page } from '../../parts/Page.tsx'
import { When } from '../../parts/When.tsx'
import { words } from '../../texts/audit.ts'
import { endOf, startOf } from '../parts/dates.ts'
import { FilterBar, useFilters } from '../parts/FilterBar.tsx'
import { usePeople } from '../parts/usePeople.ts'

/** Whole nouns first, then each action. */
const ACTIONS = [...new Set(Object.keys(permissions).flatMap((action) => [action.split('.')[0]!, action]))].sort()

/** Who did what, in whose name, to which record, and when. */
export default function Audit() {
  const say = useSay()
  const nameOf = useNames()
  const people = usePeople()
  const { personId, action, noun, from, to } = useFilters('personId', 'action', 'noun', 'from', 'to')
  const query = { personId, action, noun, fromAt: from && startOf(from), toAt: to && endOf(to) }
  const list = usePages('get /api/audit', query)
  const named = (name: string) => say(actionText(name) ?? { zh: name, en: name })
  return (
    <Page title={say(words.audit)} actions={<Export of="get /api/exports/audit" query={query} />}>
      <FilterBar
        filters={[
          { name: 'personId', label: say(words.who), options: people },
          {
            name: 'action',
            label: say(words.action),
            options: ACTIONS.map((value) => ({ value, label: named(value) })),
          },
          { name: 'noun', label: say(words.noun) },
          { name: 'from', label: say(words.from), type: 'date' },
          { name: 'to', label: say(words.to), type: 'date' },
        ]}
      />
      <Listed
        of={list}
        label={say(words.audit)}
        none={say(words.none)}
        idOf={(row) => row.id}
        columns={[
          { title: say(words.at), show: (row) => <When at={row.at} /> },
          {
            title: say(words.who),
            show: ({ personId, forPersonId, door }) =>
              !personId
                ? say(words.system, { door })
                : forPersonId
                  ? say(words.forWhom, { who: nameOf(personId), whom: nameOf(forPersonId) })
                  : nameOf(personId),
          },
          {
            title: say(words.action),
            show: ({ action }) => (
              <>
                {named(action)} <code className="soft small">{action}</code>
              </>
            ),
          },
          { title: say(words.noun), show: (row) => (row.noun ? named(row.noun) : '—') },
          {
            title: say(words.detail),
            show: ({ detail }) => <span className="small">{detail ? shown(detail) : '—'}</span>,
          },
        ]}
      />
    </Page>
  )
}

const shown = (detail: Record<string, unknown>) =>
  Object.entries(detail)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('; ')
