import { dayOf } from '../admin/parts/dates.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Clause } from '../parts/Clause.tsx'
import { money } from '../parts/money.ts'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/charges.ts'

type Item = Answer<'get /api/cases/{id}/charges'>['items'][number]

/** What the service that a case is about costs the customer, thing by thing; nothing where it names none. */
export function Charges({ caseId }: { caseId: string }) {
  const say = useSay()
  const may = useMay()
  const enabled = may('equipment.read')
  const found = useAsk('get /api/cases/{id}/charges', { params: { id: caseId } }, { enabled })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section aria-label={say(words.title)}>
      <h2 className="sub">{say(words.title)}</h2>
      <About
        entries={items.map((one) => [
          [one.product, one.serialNumber, one.place].filter(Boolean).join(' · '),
          <Said key={one.id} of={one} />,
        ])}
      />
      <p className="soft small">{say(words.noLedger)}</p>
    </section>
  )
}

function Said({ of: { charge, serviceOn, warrantyUntilOn, repair } }: { of: Item }) {
  const say = useSay()
  const { kind, amountFen } = charge
  const amount = amountFen === null ? say(words.toBeSet) : money(amountFen)
  return (
    <>
      <strong>{kind === 'priceList' ? say(words.priceList, { amount }) : say(words[kind])}</strong>{' '}
      <span className="soft">
        {warrantyUntilOn === null ? say(words.unknown) : say(words.until, { day: warrantyUntilOn })}
        {say(words.judgedBy, { day: serviceOn })}
      </span>{' '}
      <Clause id={charge.clause} title={charge.clauseTitle} />
      {repair && (
        <div>
          {say(words.ofRepair, { on: dayOf(repair.repairedAt), until: repair.warrantyUntilOn ?? '' })}{' '}
          <Clause id={repair.clause} title={repair.clauseTitle} />
        </div>
      )}
    </>
  )
}
