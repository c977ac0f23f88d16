import Button from 'antd/es/button'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { INCIDENT_FLAGS, incidentFlagLabels, type IncidentFlag } from '../../rules/incident/incident.ts'
import { serverNow } from '../client/clock.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField, TimeField } from '../parts/Field.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
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
  const { incidents, common } = texts
  const chosen = (fields.values['flags'] ?? '').split(' ').filter(Boolean) as IncidentFlag[]

  function submit() {
    const { title = '', description = '', knownAt = '' } = fields.values
    const missing = Object.entries({ title, description, knownAt, flags: chosen.join() }).filter(
      ([, value]) => !value.trim(),
    )
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map(([name]) => [name, say(common.required)])))
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
      <form
        className="card stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
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
        <Refused error={deed.error} />
        <Button type="primary" danger size="large" htmlType="submit" loading={deed.isPending} block>
          {say(incidents.send)}
        </Button>
      </form>
    </Page>
  )
}
