import Button from 'antd/es/button'
import { NOT_CONFIGURED } from '../../rules/notification/retry.ts'
import { roles } from '../../rules/roles.ts'
import { useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { LongField, TextField } from '../parts/Field.tsx'
import { useNames } from '../parts/names.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useServerNow } from '../client/clock.ts'
import { instantOf, written } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { Countdown } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import type { Incident } from './Phones.tsx'

/** The written report: its running hour, its form, and how each recipient's mail fares. */
export function Report({ of }: { of: Incident }) {
  const say = useSay()
  const may = useMay()
  const { incidents } = texts
  const owed = of.obligations.find((one) => one.promise === 'report' && one.work === 'open')
  return (
    <section className="stack tight" aria-label={say(incidents.hour)}>
      <div className="row apart">
        <h2 className="sub">{say(incidents.hour)}</h2>
        <span className="row">
          <span className="soft">{say(incidents.reportDone, { done: of.report.done, of: of.report.of })}</span>
          {owed && <Countdown promise={owed} />}
        </span>
      </div>
      {of.report.deliveries.length > 0 && <Deliveries of={of} />}
      {of.state === 'open' && may('incident.act') && <ReportForm of={of} />}
    </section>
  )
}

function Deliveries({ of }: { of: Incident }) {
  const say = useSay()
  const nameOf = useNames()
  const now = useServerNow()
  const bounce = useDo('post /api/incidents/{id}/bounces')
  const { incidents } = texts
  return (
    <>
      <ul className="promises" aria-label={say(incidents.deliveries)}>
        {of.report.deliveries.map(({ personId, reportId, acceptedAt, acceptedId, bouncedAt, roles: to, error }) => (
          <li key={`${reportId}${personId}`} className="row apart">
            <span>
              {nameOf(personId)}{' '}
              <span className="soft small">{to.map((role) => say(roles[role])).join(say(texts.common.comma))}</span>
            </span>
            <span className="row">
              {bouncedAt ? (
                <span className="mark bad">{say(incidents.bounced)}</span>
              ) : acceptedAt ? (
                <span className="mark good">
                  {say(incidents.sentAt, { time: written(instantOf(acceptedAt), now) })}
                </span>
              ) : (
                <span className="mark warn">{say(whyNot(error), { code: error ?? '' })}</span>
              )}
              {acceptedId && !bouncedAt && of.state === 'open' && (
                <Button size="small" onClick={() => bounce.mutate({ params: { id: of.id }, body: { acceptedId } })}>
                  {say(incidents.enterBounce)}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Refused error={bounce.error} />
    </>
  )
}

const whyNot = (error: string | null) => {
  const { waiting, noMailServer, notSent } = texts.incidents
  return error === null ? waiting : error === NOT_CONFIGURED ? noMailServer : notSent
}

function ReportForm({ of }: { of: Incident }) {
  const say = useSay()
  const { incidents, common } = texts
  const fields = useFields({ subject: of.title, body: of.description }, `report.${of.id}`)
  const deed = useDo('post /api/incidents/{id}/reports')
  const again = of.report.versions.length > 0
  function submit() {
    const { subject = '', body = '' } = fields.values
    if (!subject.trim() || !body.trim())
      return fields.setErrors({
        ...(!subject.trim() && { subject: say(common.required) }),
        ...(!body.trim() && { body: say(common.required) }),
      })
    deed.mutate({ params: { id: of.id }, body: { subject, body } }, { onSuccess: fields.forget, onError: fields.blame })
  }
  return (
    <form
      className="steps stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <TextField of={fields} name="subject" label={say(incidents.subject)} />
      <LongField of={fields} name="body" label={say(incidents.body)} rows={4} />
      <Refused error={deed.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={deed.isPending}>
          {say(incidents.mail)}
        </Button>
        {again && (
          <Button onClick={() => deed.mutate({ params: { id: of.id }, body: {} })} disabled={deed.isPending}>
            {say(incidents.again)}
          </Button>
        )}
      </div>
    </form>
  )
}
