import { GROUNDS } from '../../rules/staffChange/parameters.ts'
import { roles } from '../../rules/roles.ts'
import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, TimeField } from '../parts/Field.tsx'
import { FilesField } from '../parts/FilesField.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import type { Fields } from '../parts/useFields.ts'
import { useMay, useMe } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { changes as words } from '../texts/staffChanges.ts'
import { isDemand, type Site } from './usePlan.ts'

/** Which project, what kind of change, and who leaves and follows. */
export function Who({ sites, site, fields }: { sites: readonly Site[]; site: Site | undefined; fields: Fields }) {
  const say = useSay()
  const may = useMay()
  const me = useMe()
  const { projectId = '' } = fields.values
  const people = useAsk(
    'get /api/staff-changes/candidates',
    { query: { projectId } },
    { enabled: projectId !== '', freshMs: MINUTE },
  )
  const options = people.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const kinds = [
    ...(may('staffChange.start') ? [{ value: 'contractor', label: say(words.ordinary) }] : []),
    ...(may('staffChange.demand') && site?.replaceable ? [{ value: 'client', label: say(words.demand) }] : []),
  ]
  const onPaper = me.grants.some(({ role }) => role === 'hrSpecialist')
  const named = (some: Site['approvers']) => some.map((role) => say(roles[role])).join(say(texts.common.comma))
  return (
    <>
      <SelectField
        of={fields}
        name="projectId"
        label={say(words.project)}
        options={sites.map((one) => ({ value: one.id, label: `${one.customerName} · ${one.name}` }))}
        hint={
          site && (
            <>
              {say(words.under, { title: say(site.policy.title) })} ·{' '}
              {say(words.asksNotice, { who: named(site.noticeTo) })} ·{' '}
              {say(words.asksApproval, { who: named(site.approvers) })}
            </>
          )
        }
      />
      {kinds.length > 1 && <ChoiceField of={fields} name="kind" label={say(words.kind)} options={kinds} />}
      {site && isDemand(fields.values) && (
        <>
          <ChoiceField
            of={fields}
            name="ground"
            label={say(words.ground)}
            options={GROUNDS.map((value) => ({ value, label: say(words[value]) }))}
          />
          <TimeField of={fields} name="demandedAt" label={say(words.demandedAt)} />
          {onPaper && <FilesField of={fields} name="documentId" label={say(words.demandPaper)} />}
        </>
      )}
      {site && (
        <>
          <SelectField of={fields} name="outgoingId" label={say(words.outgoing)} options={options} />
          <SelectField of={fields} name="incomingId" label={say(words.incoming)} options={options} optional />
        </>
      )}
    </>
  )
}
