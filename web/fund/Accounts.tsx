import Button from 'antd/es/button'
import { useAsk, useDo } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { money } from '../parts/money.ts'
import { Refused } from '../parts/Refused.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/fund.ts'

const amount = (fen: number) => <span className="clock">{fen === 0 ? '—' : money(fen)}</span>

/** Who owes the fund, and whom it owes; whoever keeps it reminds them. */
export function Accounts() {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/fund/accounts', {})
  return (
    <Shown of={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(words.noAccounts)}</Empty>
        ) : (
          <>
            <div className="row to-end">
              <Export of="get /api/exports/fund-accounts" />
            </div>
            <Rows
              label={say(words.accounts)}
              rows={items.map((row) => ({ ...row, id: row.personId }))}
              isLate={(row) => row.owesFen > 0}
              columns={[
                { title: say(texts.common.person), show: (row) => `${row.name} ${row.code}` },
                { title: say(words.claim), show: (row) => amount(row.claimFen) },
                { title: say(words.moved), show: (row) => amount(row.movedFen) },
                { title: say(words.owes), show: (row) => amount(row.owesFen) },
                { title: say(words.isOwed), show: (row) => amount(row.isOwedFen) },
                ...(may('fund.keep')
                  ? [
                      {
                        title: say(words.remind),
                        show: (row: { personId: string; owesFen: number }) =>
                          row.owesFen > 0 && <Remind personId={row.personId} />,
                      },
                    ]
                  : []),
              ]}
            />
          </>
        )
      }
    </Shown>
  )
}

function Remind({ personId }: { personId: string }) {
  const say = useSay()
  const deed = useDo('post /api/fund/reminders')
  return (
    <>
      <Button
        size="small"
        loading={deed.isPending}
        disabled={deed.isSuccess}
        onClick={() => deed.mutate({ body: { personId } })}
      >
        {say(deed.isSuccess ? words.reminded : words.remind)}
      </Button>
      <Refused error={deed.error} />
    </>
  )
}
