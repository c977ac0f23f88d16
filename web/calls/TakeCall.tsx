import Button from 'antd/es/button'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { serverNow } from '../client/clock.ts'
import { useAsk } from '../client/useAsk.ts'
import { uuid } from '../client/uuid.ts'
import { useSay } from '../language.tsx'
import { ChoiceField, LongField, TextField, TimeField } from '../parts/Field.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { fieldOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { normaliseNumber } from '../../rules/person/phoneNumber.ts'
import { categories } from './caller.ts'
import { Known, type Found } from './Known.tsx'
import { missingIn, useFinish } from './useFinish.ts'
import { useLines } from './lines.ts'
import { useLookUp } from './useLookUp.ts'

const EMPTY = {
  customerInfo: '',
  name: '',
  contactDetails: '',
  employer: '',
  reason: '',
  productSituation: '',
  demand: '',
}

/**
 * The record of a call, to be filled in while one talks: Annex 1. `caseId` is a call the telephone system told of; without
 * it the call is entered with its record.
 */
export default function TakeCall({ caseId }: { caseId?: string }) {
  const say = useSay()
  const [, go] = useLocation()
  const { calls, common } = texts
  const known = useAsk('get /api/calls/{id}', { params: { id: caseId ?? '' } }, { enabled: caseId !== undefined })
  const [fresh] = useState(() => ({
    ...EMPTY,
    number: '',
    callId: uuid(),
    category: '',
    answeredAt: fieldOf(serverNow()),
  }))
  const fields = useFields(fresh, caseId ? `record.${caseId}` : 'take')
  const { values } = fields
  const lines = useLines()
  const number = caseId ? (known.data?.number ?? '') : (values['number'] ?? '')
  const lookUp = useLookUp(number)
  const found = lookUp.data
  const finish = useFinish(caseId)
  useFill(found, fields)

  function submit() {
    const missing = missingIn(values, caseId !== undefined)
    if (!caseId && number && !normaliseNumber(number)) missing['number'] = calls.badNumber
    if (Object.keys(missing).length > 0)
      return fields.setErrors(Object.fromEntries(Object.entries(missing).map(([name, text]) => [name, say(text)])))
    finish.mutate(
      { values, found },
      {
        onSuccess: (id) => {
          fields.forget()
          go(`/cases/${id}`)
        },
        onError: fields.blame,
      },
    )
  }

  return (
    <Page title={say(caseId ? calls.record : calls.take)}>
      <form
        className="card stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      >
        <p className="soft">{say(calls.takeMore)}</p>
        {fields.restored && (
          <div className="row" role="status">
            {say(common.draftKept)}
            <Button size="small" onClick={fields.clear}>
              {say(common.discardDraft)}
            </Button>
          </div>
        )}
        <div className="grid">
          {caseId ? (
            <p>
              {say(calls.number)}: {number || say(calls.withheld)}
            </p>
          ) : (
            <>
              <TextField
                of={fields}
                name="number"
                label={say(calls.number)}
                inputMode="tel"
                optional
                autoFocus
                hint={say(calls.withheldHint)}
              />
              <TimeField of={fields} name="answeredAt" label={say(calls.answeredAt)} />
            </>
          )}
          {found && (
            <div className="wide">
              <Known found={found} of={fields} />
            </div>
          )}
          {lookUp.error && <p className="wide soft">{say(calls.lookupFailed)}</p>}
          {!caseId && lines.length > 1 && (
            <div className="wide">
              <ChoiceField of={fields} name="lineId" label={say(calls.line)} options={lines} optional />
            </div>
          )}
          <TextField of={fields} name="name" label={say(calls.name)} autoFocus={caseId !== undefined} />
          <TextField of={fields} name="employer" label={say(calls.employer)} />
          <TextField of={fields} name="contactDetails" label={say(calls.contactDetails)} />
          <TextField of={fields} name="customerInfo" label={say(calls.customerInfo)} />
          {found?.kind === 'unknown' && (
            <TextField
              of={fields}
              name="customerName"
              label={say(calls.storeCustomer)}
              optional
              hint={say(calls.notKnown)}
            />
          )}
          <div className="wide">
            <LongField of={fields} name="reason" label={say(calls.reason)} />
          </div>
          <div className="wide grid">
            <LongField of={fields} name="productSituation" label={say(calls.productSituation)} optional />
            <LongField of={fields} name="demand" label={say(calls.demand)} />
          </div>
          <div className="wide">
            <ChoiceField
              of={fields}
              name="category"
              label={say(calls.category)}
              options={Object.entries(categories).map(([value, label]) => ({ value, label: say(label) }))}
            />
          </div>
        </div>
        <Refused error={finish.error} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={finish.isPending}>
            {say(calls.finish)}
          </Button>
        </div>
      </form>
    </Page>
  )
}

/** What the number tells fills fields that are still empty; what was typed is left alone. */
function useFill(found: Found | undefined, { values, set }: ReturnType<typeof useFields>): void {
  const chosen =
    found?.contacts.find((one) => one.contactId === values['contactId']) ??
    (found?.contacts.length === 1 ? found.contacts[0] : undefined)
  const key = `${found?.number}:${chosen?.contactId}`
  useEffect(() => {
    if (!found) return
    const told: Record<string, string> = {
      contactDetails: found.number,
      name: chosen?.name ?? found.people[0]?.name ?? '',
      employer: chosen?.customerName ?? '',
      customerInfo: [chosen?.customerName, chosen?.post, chosen?.address].filter(Boolean).join('，'),
    }
    const fill = Object.entries(told).filter(([name, value]) => value && !values[name])
    if (fill.length > 0) set(Object.fromEntries(fill))
    // Once per caller: a field that was emptied on purpose stays empty.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key])
}
