import { policies } from '../../rules/policy/index.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Export } from '../parts/Export.tsx'
import { money } from '../parts/money.ts'
import { useNames } from '../parts/names.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/pay.ts'
import { ProposeBonus } from './ProposeBonus.tsx'
import { useRegions } from './regions.ts'

type Bonus = Answer<'get /api/pay/bonuses/{id}'>

/** A half-year's bonus: what is blank, the ranking with its coefficients, who helped elsewhere. */
export default function BonusPanel({ id }: { id: string }) {
  const may = useMay()
  return may('pay.oversee') ? <Panel id={id} /> : null
}

const labelOf = (key: string) => policies.flatMap(({ parameters }) => parameters[key]?.label ?? [])[0]

function Panel({ id }: { id: string }) {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/pay/bonuses/{id}', { params: { id } })
  return (
    <Shown of={found}>
      {(one) => (
        <>
          <About
            entries={[
              [say(words.half), one.half],
              [say(words.proposedAt), one.proposedAt && <When key="proposed" at={one.proposedAt} />],
              [say(words.approvedAt), one.approvedAt && <When key="approved" at={one.approvedAt} />],
              [say(words.sheetsOpen), one.sheetsOpen.join(say(texts.common.comma))],
              [
                say(words.blanks),
                one.blanks.map((key) => (labelOf(key) ? say(labelOf(key)!) : key)).join(say(texts.common.semicolon)),
              ],
            ]}
          />
          {one.moved > 0 && <p className="mark warn">{say(words.moved, { n: one.moved })}</p>}
          {one.lines.length > 0 && (
            <>
              <div className="row to-end">
                <Export of="get /api/exports/pay-bonus-lines/{id}" params={{ id }} />
              </div>
              <Lines of={one.lines} />
            </>
          )}
          {one.changes.length > 0 && (
            <section className="stack tight">
              <div className="row apart">
                <h2 className="sub">{say(words.changes)}</h2>
                <Export of="get /api/exports/pay-bonus-changes/{id}" params={{ id }} />
              </div>
              <Changes of={one.changes} />
            </section>
          )}
          {may('pay.propose') && one.state === 'open' && one.proposedAt === null && <ProposeBonus of={one} />}
        </>
      )}
    </Shown>
  )
}

function Lines({ of }: { of: Bonus['lines'] }) {
  const say = useSay()
  const nameOf = useNames()
  const { nameOf: regionOf } = useRegions()
  return (
    <Rows
      label={say(words.ranking)}
      rows={of.map((line) => ({ ...line, id: `${line.kind}${line.personId}${line.regionId}` }))}
      columns={[
        { title: say(words.person), show: (line) => nameOf(line.personId) },
        { title: say(words.region), show: (line) => regionOf(line.regionId) },
        {
          title: say(words.ranking),
          show: (line) =>
            line.kind === 'helper' ? say(words.helper) : say(words.rank, { rank: line.rank, of: line.of }),
        },
        { title: say(words.score), show: (line) => (line.kind === 'helper' ? line.note : money(line.scoreFen)) },
        {
          title: say(words.coefficient),
          show: (line) => (line.kind === 'helper' ? '—' : `${line.coefficient / 100} × ${money(line.baseFen)}`),
        },
        { title: say(words.bonus), show: (line) => <span className="clock">{money(line.amountFen)}</span> },
      ]}
    />
  )
}

/** What was taken back and entered anew since the approval: who, why, by how much, when. */
function Changes({ of }: { of: Bonus['changes'] }) {
  const say = useSay()
  const nameOf = useNames()
  return (
    <Rows
      label={say(words.changes)}
      rows={of}
      columns={[
        { title: say(words.person), show: (one) => nameOf(one.personId) },
        { title: say(words.difference), show: (one) => <span className="clock">{money(one.amountFen)}</span> },
        { title: say(words.because), show: (one) => say(one.because) },
        { title: say(words.changedAt), show: (one) => <When at={one.recordedAt} /> },
      ]}
    />
  )
}
