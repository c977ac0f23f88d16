import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'

/** Who has acknowledged the version in force, and who has not. */
export function Readers({ id }: { id: string }) {
  const say = useSay()
  const books = useAsk('get /api/rulebooks', {})
  return (
    <Shown of={books}>
      {({ items }) => {
        const version = items.find((one) => one.id === id)?.version ?? null
        return version === null ? <Empty>{say(words.noVersion)}</Empty> : <Of id={id} version={version} />
      }}
    </Shown>
  )
}

function Of({ id, version }: { id: string; version: number }) {
  const say = useSay()
  const found = useAsk('get /api/rulebooks/{id}/versions/{version}/acknowledgements', { params: { id, version } })
  return (
    <Shown of={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty>{say(words.nobodyBound)}</Empty>
        ) : (
          <>
            <div className="row to-end">
              <Export of="get /api/exports/rulebook-readers/{id}/{version}" params={{ id, version }} />
            </div>
            <Rows
              label={say(words.readers)}
              rows={items.map((one) => ({ ...one, id: one.personId }))}
              isLate={(one) => one.bound && !one.acknowledgedAt}
              columns={[
                { title: say(texts.common.person), show: (one) => one.name },
                { title: say(texts.common.state), show: (one) => say(one.bound ? words.bound : words.notBound) },
                {
                  title: say(words.acknowledged),
                  show: (one) =>
                    one.acknowledgedAt ? (
                      <When at={one.acknowledgedAt} />
                    ) : (
                      <span className="mark warn">{say(words.notAcknowledged)}</span>
                    ),
                },
              ]}
            />
          </>
        )
      }
    </Shown>
  )
}
