import { Link, useSearchParams } from 'wouter'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Export } from '../parts/Export.tsx'
import { Lanes } from '../parts/Lanes.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { instantOf } from '../parts/time.ts'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'

/** Every rulebook: the version in force, when it was last reviewed, whether I have acknowledged it. */
export default function Rulebooks() {
  const say = useSay()
  const [search] = useSearchParams()
  const show = search.get('show') ?? ''
  const oversees = useMay()('rulebook.oversee')
  const query = { ...(show === 'mine' && { waiting: 'true' }), ...(oversees && { readers: 'true' }) }
  const books = useAsk('get /api/rulebooks', { query })
  const n = useAsk('get /api/workplace', {}).data?.unread ?? 0
  return (
    <Page title={say(texts.shell.rulebook)} actions={<Export of="get /api/exports/rulebooks" query={query} />}>
      <Lanes
        label={say(words.mine)}
        name="show"
        chosen={show}
        options={[
          { value: '', label: say(words.all) },
          { value: 'mine', label: say(words.forMe, { n }) },
        ]}
      />
      <Shown of={books}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.allRead)}</Empty>
          ) : (
            <Rows
              label={say(texts.shell.rulebook)}
              rows={items}
              columns={[
                {
                  title: say(words.rulebook),
                  show: (row) => (
                    <>
                      <Link href={`/rulebook/${row.id}${show === 'mine' ? '?show=clauses' : ''}`}>
                        {say(row.title)}
                      </Link>{' '}
                      <span className="soft small">{row.id}</span>
                    </>
                  ),
                },
                {
                  title: say(words.inForce),
                  show: (row) => (row.version === null ? say(words.noVersion) : say(words.version, { n: row.version })),
                },
                {
                  title: say(words.since),
                  show: ({ effectiveFromAt }) =>
                    effectiveFromAt === null ? (
                      '—'
                    ) : instantOf(effectiveFromAt) === 0 ? (
                      say(texts.rulebook.always)
                    ) : (
                      <When at={effectiveFromAt} />
                    ),
                },
                {
                  title: say(words.lastReviewed),
                  show: (row) => (row.lastReviewedAt ? <When at={row.lastReviewedAt} /> : say(words.never)),
                },
                ...(oversees
                  ? [
                      {
                        title: say(words.readBy),
                        show: ({ id, readers }: (typeof items)[number]) =>
                          readers && (
                            <Link href={`/rulebook/${id}?show=readers`}>
                              {readers.acknowledged} / {readers.bound}
                            </Link>
                          ),
                      },
                    ]
                  : []),
                {
                  title: say(words.mine),
                  show: (row) =>
                    row.acknowledgedAt ? (
                      <span className="mark good">{say(words.acknowledged)}</span>
                    ) : row.bound ? (
                      <span className="mark warn">{say(words.notAcknowledged)}</span>
                    ) : (
                      '—'
                    ),
                },
              ]}
            />
          )
        }
      </Shown>
    </Page>
  )
}
