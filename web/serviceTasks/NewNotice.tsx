import Button from 'antd/es/button'
import { useLocation } from 'wouter'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { CustomerField } from '../parts/CustomerField.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { SelectField } from '../parts/SelectField.tsx'
import { useFields, type Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { taskForms } from '../texts/serviceTasks.ts'

const EMPTY = {
  customerId: '',
  contactName: '',
  contactDetails: '',
  requirement: '',
  siteSituation: '',
  projectId: '',
  product: '',
}

/** What a notice must say (S0-A-3.1a). */
const FIVE = ['customerId', 'contactName', 'contactDetails', 'requirement', 'siteSituation']

/** A service notice: five entries (S0-A-3.1a), then it waits for its signature. */
export default function NewNotice() {
  const say = useSay()
  const [, go] = useLocation()
  const fields = useFields(EMPTY, 'notice')
  const deed = useDo('post /api/service-tasks')
  const { tasks, common } = texts

  function submit() {
    const given = Object.entries(fields.values).map(([name, value]) => [name, value.trim() || undefined])
    deed.mutate(
      { body: Object.fromEntries(given) as object },
      {
        onSuccess: ({ caseId }) => {
          fields.forget()
          go(`/cases/${caseId}`)
        },
        onError: fields.blame,
      },
    )
  }
  return (
    <Page title={say(taskForms.newNotice)}>
      <Form of={fields} required={FIVE} deed={deed} submit={submit} className="card stack">
        <p className="soft">{say(taskForms.noticeMore)}</p>
        {fields.restored && (
          <p className="row soft" role="status">
            {say(common.draftKept)} <Button onClick={fields.clear}>{say(common.discardDraft)}</Button>
          </p>
        )}
        <CustomerField of={fields} name="customerId" label={say(tasks.customer)} />
        <div className="grid">
          <TextField of={fields} name="contactName" label={say(tasks.contact)} />
          <TextField of={fields} name="contactDetails" label={say(taskForms.contactDetails)} />
          <div className="wide">
            <LongField of={fields} name="requirement" label={say(tasks.requirement)} rows={3} />
          </div>
          <div className="wide">
            <LongField of={fields} name="siteSituation" label={say(tasks.site)} rows={3} />
          </div>
          <TextField of={fields} name="product" label={say(taskForms.product)} optional />
          {fields.values['customerId'] && <ProjectField of={fields} customerId={fields.values['customerId']} />}
        </div>
      </Form>
    </Page>
  )
}

/** The projects of a customer, if it has any. */
function ProjectField({ of, customerId }: { of: Fields; customerId: string }) {
  const say = useSay()
  const file = useAsk('get /api/customers/{id}', { params: { id: customerId } })
  const projects = file.data?.projects ?? []
  if (projects.length === 0) return null
  const options = projects.map(({ id, name }) => ({ value: id, label: name }))
  return <SelectField of={of} name="projectId" label={say(taskForms.project)} options={options} optional />
}
