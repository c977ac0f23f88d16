import { useAsk } from '../client/useAsk.ts'
import { Charges } from '../equipment/Charges.tsx'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { useNames } from '../parts/names.tsx'
import { Phone } from '../parts/Phone.tsx'
import { Shown } from '../parts/Shown.tsx'
import { texts } from '../texts/index.ts'
import { callerOf, categoryOf } from './caller.ts'

const ANNEX = ['customerInfo', 'name', 'contactDetails', 'employer', 'reason', 'productSituation', 'demand'] as const

/** What a call is about: who rang, what they wanted, who looks after it. */
export default function CallPanel({ id }: { id: string }) {
  const say = useSay()
  const nameOf = useNames()
  const call = useAsk('get /api/calls/{id}', { params: { id } })
  return (
    <Shown of={call}>
      {(one) => (
        <>
          <About
            entries={[
              [say(texts.calls.caller), callerOf(one, say)],
              [say(texts.calls.number), one.number ? <Phone text={one.number} /> : say(texts.calls.withheld)],
              [say(texts.calls.category), categoryOf(one.category, say)],
              ...ANNEX.map((field) => {
                const said = one.record?.[field] as string | undefined
                return [
                  say(texts.calls[field]),
                  field === 'contactDetails' && said ? <Phone text={said} /> : said,
                ] as const
              }),
              [say(texts.calls.taker), nameOf(one.takerId)],
              [say(texts.calls.assignee), one.assigneeExternal ?? nameOf(one.assigneeId)],
            ]}
          />
          <Charges caseId={id} />
        </>
      )}
    </Shown>
  )
}
