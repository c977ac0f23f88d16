import { usePages } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { More } from '../parts/More.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { words } from '../texts/accidents.ts'
import { ClassMark } from './ClassMark.tsx'

/** The bulletins of accidents, for all service staff to learn from (S0-A-6.2b). */
export function Bulletins() {
  const say = useSay()
  const list = usePages('get /api/accidents/bulletins', {})
  return (
    <>
      <Shown of={{ ...list, data: list.items }}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>{say(words.noBulletins)}</Empty>
          ) : (
            rows.map((one) => (
              <article key={one.id} className="card stack tight">
                <div className="row">
                  <h2 className="sub">{one.title}</h2>
                  <ClassMark of={one.class} />
                  <When at={one.sentAt} />
                </div>
                <p style={{ whiteSpace: 'pre-line' }}>{one.body}</p>
              </article>
            ))
          )
        }
      </Shown>
      <More of={list} />
    </>
  )
}
