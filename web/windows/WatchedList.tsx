import { Link } from 'wouter'
import { clause, isClauseId } from '../../rules/clauses/index.ts'
import { amountText, watchReadings, watchStates, type WatchState } from '../../rules/watch/watched.ts'
import { dayOf } from '../admin/parts/dates.ts'
import type { Answer } from '../client/ask.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { Listed } from '../parts/Listed.tsx'
import { When } from '../parts/When.tsx'
import { useMay } from '../shell/session.tsx'
import { aboutWords, watchWords, words } from '../texts/windows.ts'

type About = keyof typeof aboutWords
type Row = Answer<'get /api/watched'>['items'][number]

const TONES: Readonly<Record<WatchState, string>> = {
  met: 'good',
  lacking: 'warn',
  missed: 'bad',
  exceeded: 'bad',
  blank: '',
}

/** Minimums and caps without an amount: how each stands, what lacks, until when. */
export function Watched({ personId }: { personId?: string }) {
  const say = useSay()
  const may = useMay()
  return (
    <section className="stack" aria-label={say(watchWords.title)}>
      <h2>{say(watchWords.title)}</h2>
      <p className="soft">{say(watchWords.hint)}</p>
      <WatchedList about="person" personId={personId} />
      <WatchedList about="job" personId={personId} />
      {may('record.oversee') && !personId && <WatchedList about="region" />}
      {may('repair.read') && <WatchedList about="repair" personId={personId} />}
    </section>
  )
}

function WatchedList({ about, personId }: { about: About; personId?: string }) {
  const say = useSay()
  const query = { about, ...(personId && { personId }) }
  const list = usePages('get /api/watched', { limit: 100, ...query })
  return (
    <section className="stack tight" aria-label={say(aboutWords[about])}>
      <h3>{say(aboutWords[about])}</h3>
      <Listed
        of={list}
        label={say(aboutWords[about])}
        none={say(watchWords.none)}
        idOf={(row) => `${row.subjectId} ${row.window} ${row.fromAt}`}
        isLate={(row) => row.state === 'missed' || row.state === 'exceeded'}
        takeAlong={<Export of="get /api/exports/watched" query={query} />}
        columns={[
          { title: say(watchWords.subject), show: (row) => row.subject },
          {
            title: say(watchWords.rule),
            show: (row) => (
              <>
                {say(row.label)}
                <div>
                  <Clause id={row.clause} title={isClauseId(row.clause) ? clause(row.clause) : null} />
                </div>
              </>
            ),
          },
          { title: say(words.reading), show: (row) => <Reading of={row} /> },
          {
            title: say(words.state),
            show: (row) => (
              <>
                <State of={row} />
                {row.share && <Share of={row} share={row.share} />}
              </>
            ),
          },
          {
            title: say(watchWords.period),
            show: (row) => (
              <>
                <When at={row.fromAt} /> – {row.untilAt ? <When at={row.untilAt} /> : say(watchWords.noEnd)}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function Reading({ of }: { of: Row }) {
  const say = useSay()
  const told = Object.entries(of.reading).flatMap(([setting, value]) => {
    const words = watchReadings[`${setting}.${value}`]
    return words ? [say(words)] : []
  })
  return <span className="small">{told.join('; ')}</span>
}

/** What a rate is made of, each number leading to the repairs that it counts. */
function Share({ of: row, share: { failed, of } }: { of: Row; share: NonNullable<Row['share']> }) {
  const say = useSay()
  if (of === 0) return <span className="soft small">{say(watchWords.noWarranty)}</span>
  const byPiece = row.reading['repairUnit'] === 'eachPiece'
  const isRunning = row.untilAt === null
  const counted = {
    ...(row.subjectId !== 'all' && { engineerId: row.subjectId }),
    ...(isRunning ? { state: 'running' } : { fromOn: dayOf(row.fromAt), untilOn: dayOf(row.untilAt!) }),
  }
  const toList = (more: Record<string, string>) => `/equipment/repairs?${new URLSearchParams({ ...counted, ...more })}`
  return (
    <span className="row small">
      <Link href={toList({})}>{say(byPiece ? watchWords.shareOfPieces : watchWords.share, { of: String(of) })}</Link>
      <Link href={toList({ failed: 'true' })}>
        {say(byPiece ? watchWords.shareFailedPieces : watchWords.shareFailed, { failed: String(failed) })}
      </Link>
    </span>
  )
}

function State({ of: { state, unit, have, limit } }: { of: Row }) {
  const say = useSay()
  const apart = have === null || limit === null ? null : amountText(unit, Math.abs(limit - have))
  const told = state === 'exceeded' ? watchWords.over : state === 'met' || state === 'blank' ? null : watchWords.lacks
  return (
    <div className="stack tight">
      <span>
        <span className={`mark ${TONES[state]}`}>{say(watchStates[state])}</span>
      </span>
      <span>
        {say(amountText(unit, have))} / {limit === null ? '—' : say(amountText(unit, limit))}
      </span>
      {told && apart && <span className="soft small">{say(told, { amount: say(apart) })}</span>}
    </div>
  )
}
