import { useState } from 'react'
import { payKinds } from '../../rules/pay/statement.ts'
import { addMonths, localDate } from '../../rules/time/local.ts'
import { serverNow } from '../client/clock.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { TextField } from '../parts/Field.tsx'
import { money } from '../parts/money.ts'
import { PersonField } from '../parts/PersonField.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useFields } from '../parts/useFields.ts'
import { useMay } from '../shell/session.tsx'
import { words } from '../texts/pay.ts'

const isMonth = (text: string) => /^\d{4}-(0[1-9]|1[0-2])$/.test(text)

/** A month's pay: base pay, bonus, allowances; what the rulebook leaves blank says so. */
export function Month() {
  const say = useSay()
  const may = useMay()
  const [last] = useState(() => addMonths(localDate(serverNow()), -1).slice(0, 7))
  const fields = useFields({ month: last, person: '' })
  const { month = '', person } = fields.values
  const query = { month, ...(person && { personId: person }) }
  const found = useAsk('get /api/pay/statement', { query }, { enabled: isMonth(month) })
  return (
    <>
      <div className="grid">
        <TextField of={fields} name="month" label={say(words.month)} type="month" />
        {may('pay.oversee') && <PersonField of={fields} name="person" label={say(words.ofPerson)} optional />}
      </div>
      <Shown of={found}>
        {({ lines, totalFen }) =>
          lines.length === 0 ? (
            <Empty>{say(words.nothing)}</Empty>
          ) : (
            <>
              <div className="row to-end">
                <Export of="get /api/exports/pay-statement" query={query} />
              </div>
              <Rows
                label={say(words.mine)}
                rows={lines.map((line, index) => ({ ...line, id: String(index) }))}
                isLate={(line) => line.amountFen === null}
                columns={[
                  { title: say(words.kind), show: (line) => say(payKinds[line.kind]) },
                  {
                    title: say(words.amount),
                    show: (line) =>
                      line.amountFen === null ? (
                        <span className="mark warn">{say(words.notSet)}</span>
                      ) : (
                        <span className="clock">{money(line.amountFen)}</span>
                      ),
                  },
                  {
                    title: say(words.because),
                    show: (line) => (
                      <>
                        {say(line.because)} <Clause id={line.clause} title={null} />
                      </>
                    ),
                  },
                ]}
              />
              <strong>{say(words.total, { amount: money(totalFen) })}</strong>
            </>
          )
        }
      </Shown>
    </>
  )
}
