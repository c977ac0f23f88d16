import { Link } from 'wouter'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { Export } from '../parts/Export.tsx'
import { Page } from '../parts/Page.tsx'
import { Rows } from '../parts/Rows.tsx'
import { Empty, Shown } from '../parts/Shown.tsx'
import { useMay } from '../shell/session.tsx'
import { texts } from '../texts/index.ts'
import { words } from '../texts/rulebooks.ts'

/** What the rulebooks leave blank: each holds up its own rule until somebody fills it. */
export default function Blanks() {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/todos/blanks', {})
  return (
    <Page title={say(texts.shell.blanks)} actions={<Export of="get /api/exports/blanks" />}>
      <p className="soft">{say(words.blanksMore)}</p>
      <Shown of={found}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{say(words.noBlanks)}</Empty>
          ) : (
            <Rows
              label={say(texts.shell.blanks)}
              rows={items.map((one) => ({ ...one, id: `${one.policy}${one.variant}${one.key}` }))}
              columns={[
                { title: say(texts.rulebook.parameter), show: (one) => say(one.label) },
                {
                  title: say(words.rulebook),
                  show: (one) => (
                    <>
                      <Link href={`/rulebook/${one.policy}`}>{say(one.policyTitle)}</Link>{' '}
                      {one.variant && <span className="mark">{one.variant}</span>}
                    </>
                  ),
                },
                {
                  title: say(words.clause),
                  show: (one) => <Clause id={one.clause ?? 'house:'} title={one.clauseTitle} />,
                },
                {
                  title: say(texts.cases.nextSteps),
                  show: (one) =>
                    may('rulebook.draft') && one.variant === '' ? (
                      <Link href={`/rulebook/${one.policy}/draft?key=${one.key}`}>{say(words.fill)}</Link>
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
