import { Link } from 'wouter'
import { useCaseLink } from '../cases/useCaseLink.ts'
import { kindLabel, kindOf } from '../cases/kinds.ts'
import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { More } from '../parts/More.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'

/** Cases I was told of without owing anything in them, each with the latest I was told. */
export default function Copies() {
  const say = useSay()
  const link = useCaseLink()
  const copies = usePages('get /api/copies', {})
  const { workplace } = texts
  return (
    <>
      <Shown of={{ ...copies, data: copies.items }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(workplace.nothingCopied)}</Empty>
          ) : (
            <Rows
              label={say(workplace.copies)}
              rows={rows}
              columns={[
                {
                  title: say(workplace.about),
                  show: (row) => (
                    <>
                      <Link href={row.place.startsWith('/cases/') ? link(row.caseId) : row.place}>
                        {row.about || say(kindLabel(kindOf(row.caseId)))}
                      </Link>{' '}
                      <span className="mark">{say(kindLabel(kindOf(row.caseId)))}</span>
                    </>
                  ),
                },
                {
                  title: say(workplace.latest),
                  show: (row) => (
                    <>
                      <strong>{row.title}</strong>
                      <div className="soft small">{row.body}</div>
                    </>
                  ),
                },
                { title: say(workplace.notices), show: (row) => row.notices },
                { title: say(workplace.toldAt), show: (row) => <When at={row.createdAt} /> },
              ]}
            />
          )
        }
      </Shown>
      <div className="row apart">
        <More of={copies} />
        <Export of="get /api/exports/copies" />
      </div>
    </>
  )
}
