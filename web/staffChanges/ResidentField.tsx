import { MINUTE } from '../../rules/instant.ts'
import { useAsk } from '../client/useAsk.ts'
import { SelectField } from '../parts/SelectField.tsx'
import type { Fields } from '../parts/useFields.ts'

/** Somebody who can leave or follow on the site of a change; for the contractor too, who reads no register. */
export function ResidentField(props: {
  of: Fields
  name: string
  label: string
  optional?: boolean
  changeId: string
}) {
  const { changeId, ...field } = props
  const change = useAsk('get /api/staff-changes/{id}', { params: { id: changeId } })
  const projectId = change.data?.projectId ?? ''
  const people = useAsk(
    'get /api/staff-changes/candidates',
    { query: { projectId } },
    { enabled: projectId !== '', freshMs: MINUTE },
  )
  const options = people.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []
  return <SelectField {...field} options={options} />
}
