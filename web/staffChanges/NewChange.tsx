import Button from 'antd/es/button'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { serverNow } from '../client/clock.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Page } from '../parts/Page.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { fieldOf } from '../parts/time.ts'
import { useFields } from '../parts/useFields.ts'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { changes as words } from '../texts/staffChanges.ts'
import { Dates } from './Dates.tsx'
import { changeOf, demandOf } from './given.ts'
import { isDemand, usePreview, type Site } from './usePlan.ts'
import { Who } from './Who.tsx'

/** A change of resident staff, planned before it is entered: who, when, what holds, what needs a waiver. */
export default function NewChange() {
  const say = useSay()
  const sites = useAsk('get /api/staff-changes/sites', {})
  return (
    <Page title={say(words.plan)}>
      <Shown of={sites}>
        {({ items }) => (items.length === 0 ? <Empty>{say(words.noProjects)}</Empty> : <Plan sites={items} />)}
      </Shown>
    </Page>
  )
}

function Plan({ sites }: { sites: readonly Site[] }) {
  const say = useSay()
  const may = useMay()
  const [, go] = useLocation()
  const [opened] = useState(() => fieldOf(serverNow()))
  const kind = may('staffChange.start') ? 'contractor' : 'client'
  const projectId = sites.length === 1 ? sites[0]!.id : ''
  const fields = useFields({ kind, projectId, demandedAt: opened }, 'staffChange')
  const site = sites.find(({ id }) => id === fields.values['projectId'])
  const preview = usePreview(fields.values)
  const start = useDo('post /api/staff-changes')
  const demand = useDo('post /api/staff-changes/replacements')
  const then = {
    onSuccess: ({ caseId }: { caseId: string }) => {
      fields.forget()
      go(`/cases/${caseId}`)
    },
    onError: fields.blame,
  }

  function submit() {
    const { values } = fields
    const needed = ['projectId', 'outgoingId', ...(isDemand(values) ? ['ground', 'demandedAt'] : ['takesOverOn'])]
    const missing = needed.filter((name) => !values[name])
    if (missing.length > 0)
      return fields.setErrors(Object.fromEntries(missing.map((name) => [name, say(texts.common.required)])))
    if (!preview.data) return
    if (isDemand(values)) demand.mutate({ body: demandOf(values, preview.data) }, then)
    else start.mutate({ body: changeOf(values, preview.data) }, then)
  }

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <section className="card stack">
        <Who sites={sites} site={site} fields={fields} />
      </section>
      {site && (
        <section className="card stack" aria-label={say(words.dates)}>
          <h2>{say(words.dates)}</h2>
          <Shown of={preview}>{(found) => <Dates of={found} site={site} fields={fields} />}</Shown>
        </section>
      )}
      <Refused error={isDemand(fields.values) ? demand.error : start.error} />
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        loading={start.isPending || demand.isPending}
        disabled={!site}
      >
        {say(words.begin)}
      </Button>
    </form>
  )
}
