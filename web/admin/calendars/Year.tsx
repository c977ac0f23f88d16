import { useMemo } from 'react'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { Export } from '../../parts/Export.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { When } from '../../parts/When.tsx'
import { texts } from '../../texts/index.ts'
import { words } from '../../texts/calendars.ts'
import { Legend, Months } from './Months.tsx'

/** The picture of a year: twelve months with what each day is; below, where that is said. */
export function Year({ name, title, year }: { name: string; title: string; year: number }) {
  const say = useSay()
  const found = useAsk('get /api/calendars/{name}/years/{year}', { params: { name, year } })
  const types = useMemo(() => new Map(found.data?.days.map(({ on, type }) => [on, type])), [found.data])
  return (
    <Shown of={found}>
      {({ published, national, versions, ownDays }) => (
        <>
          <section className="card stack tight" aria-label={`${title} ${year}`}>
            <div className="row apart">
              <h2>{`${title} · ${say(words.picture, { year })}`}</h2>
              <Legend />
            </div>
            {!published && <p className="mark warn">{say(words.notPublished)}</p>}
            {national && name !== 'cn' && <p className="soft">{say(words.fromNation)}</p>}
            <Months year={year} types={types} />
          </section>
          {versions.length > 0 && (
            <section className="stack tight">
              <div className="row apart">
                <h2 className="sub">{say(words.versions)}</h2>
                <Export of="get /api/exports/calendar-versions/{name}/{year}" params={{ name, year }} />
              </div>
              <Rows
                label={say(words.versions)}
                rows={versions.map((one) => ({ ...one, id: `${one.version}${one.importedAt}` }))}
                columns={[
                  { title: say(words.source), show: (row) => row.source },
                  { title: say(words.version), show: (row) => row.version },
                  { title: say(words.publishedOn), show: (row) => row.publishedOn ?? '—' },
                  { title: say(words.importedAt), show: (row) => <When at={row.importedAt} /> },
                ]}
              />
            </section>
          )}
          {ownDays.length > 0 && (
            <section className="stack tight">
              <div className="row apart">
                <h2 className="sub">{say(words.ownDays)}</h2>
                <Export of="get /api/exports/calendar-days/{name}/{year}" params={{ name, year }} />
              </div>
              <Rows
                label={say(words.ownDays)}
                rows={ownDays}
                columns={[
                  { title: say(words.day), show: (row) => row.on },
                  { title: say(words.type), show: (row) => say(words[row.type ?? 'takeBack']) },
                  { title: say(texts.common.reason), show: (row) => row.reason },
                  { title: say(words.importedAt), show: (row) => <When at={row.recordedAt} /> },
                ]}
              />
            </section>
          )}
        </>
      )}
    </Shown>
  )
}
