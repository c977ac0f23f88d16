import { useState } from 'react'
import { useLocation } from 'wouter'
import { INCIDENT_FLAGS, incidentFlagLabels, type IncidentFlag } from '../../rules/incident/incident.ts'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField, TimeField } from '../parts/Field.tsx'
import { Form } from '../parts/Form.tsx'
import { Page } from '../parts/Page.tsx'
import { fieldOf, isoOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'

/** An incident in a minute on a phone: what, since when, how bad. Everything else can follow. */
export default function ReportIncident() {
  const say = useSay()
  const [, go] = useLocation()
  const [opened] = useState(() => fieldOf(serverNow()))
  const fields = useFields({ title: '', description: '', flags: 'qualityIncident', knownAt: opened }, 'incident')
  const deed = useDo('post /api/incidents')
  const { incidents } = texts
  const chosen = (fields.values['flags'] ?? '').split(' ').filter(Boolean) as IncidentFlag[]

  function submit() {
    const { title = '', description = '', knownAt = '' } = fields.values
    deed.mutate(
      { body: { title, description, knownAt: isoOf(knownAt), flags: chosen } },
      {
        onSuccess: ({ id }) => {
          fields.forget()
          go(`/cases/${id}`)
        },
        onError: fields.blame,
      },
    )
  }
  return (
    <Page title={say(incidents.report)}>
      <Form
        of={fields}
        required={['title', 'description', 'knownAt', 'flags']}
        deed={deed}
        submit={submit}
        label={say(incidents.send)}
        button={{ danger: true, size: 'large', block: true }}
        className="card stack"
      >
        <TextField of={fields} name="title" label={say(incidents.title)} autoFocus />
        <LongField of={fields} name="description" label={say(incidents.description)} rows={4} />
        <fieldset className="field choice">
          <legend>{say(incidents.flags)}</legend>
          <div className="row">
            {INCIDENT_FLAGS.map((flag) => (
              <label key={flag} className="chip">
                <input
                  type="checkbox"
                  checked={chosen.includes(flag)}
                  onChange={({ target }) =>
                    fields.set({
                      flags: INCIDENT_FLAGS.filter((one) =>
                        one === flag ? target.checked : chosen.includes(one),
                      ).join(' '),
                    })
                  }
                />
                {say(incidentFlagLabels[flag])}
              </label>
            ))}
          </div>
          {fields.errors['flags'] && <div className="wrong small">{fields.errors['flags']}</div>}
        </fieldset>
        <TimeField of={fields} name="knownAt" label={say(incidents.knownAt)} hint={say(incidents.knownHelp)} />
      </Form>
    </Page>
  )
}
