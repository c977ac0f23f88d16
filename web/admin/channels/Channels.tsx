import Button from 'antd/es/button'
import type { Answer } from '../../client/ask.ts'
import { useAsk } from '../../client/useAsk.ts'
import { useSay } from '../../language.tsx'
import { About } from '../../parts/About.tsx'
import { Export } from '../../parts/Export.tsx'
import { Page } from '../../parts/Page.tsx'
import { Refused } from '../../parts/Refused.tsx'
import { Rows } from '../../parts/Rows.tsx'
import { Shown } from '../../parts/Shown.tsx'
import { When } from '../../parts/When.tsx'
import { useMay } from '../../shell/session.tsx'
import { texts } from '../../texts/index.ts'
import { words } from '../../texts/duty.ts'
import { useSave } from '../parts/useSave.ts'
import { TestResult } from './TestResult.tsx'

type Channel = Answer<'get /api/channels'>['items'][number]
const TONES = { working: 'good', failing: 'bad', notConfigured: 'warn', untried: '' }
const LABELS = { inApp: words.inApp, email: words.emailChannel }

/** How the ways of telling people fare, how mail is set up, and a test to oneself. */
export default function Channels() {
  const say = useSay()
  const may = useMay()
  const found = useAsk('get /api/channels', {})
  const test = useSave('post /api/channels/{name}/test')
  const button = ({ name }: Channel) => (
    <Button
      size="small"
      loading={test.isPending}
      aria-label={`${say(words.sendTest)}: ${say(LABELS[name])}`}
      onClick={() => test.save({ params: { name } })}
    >
      {say(words.sendTest)}
    </Button>
  )
  return (
    <Page title={say(words.channels)} actions={<Export of="get /api/exports/channels" />}>
      <Refused error={test.error} />
      <Shown of={found}>
        {({ items, mail }) => (
          <>
            <Rows
              label={say(words.channels)}
              rows={items.map((one) => ({ ...one, id: one.name }))}
              isLate={({ state }) => state === 'failing'}
              columns={[
                { title: say(words.channel), show: (row) => say(LABELS[row.name]) },
                {
                  title: say(texts.common.state),
                  show: (row) => <span className={`mark ${TONES[row.state]}`}>{say(words[row.state])}</span>,
                },
                {
                  title: say(words.succeededAt),
                  show: (row) => (row.succeededAt ? <When at={row.succeededAt} /> : '—'),
                },
                { title: say(words.failedAt), show: (row) => (row.failedAt ? <When at={row.failedAt} /> : '—') },
                { title: say(words.error), show: (row) => row.error ?? '—' },
                { title: say(words.waiting), show: (row) => row.waiting },
                { title: say(words.givenUp), show: (row) => row.givenUp },
                ...(may('channel.test') ? [{ title: say(words.sendTest), show: button }] : []),
              ]}
            />
            {may('channel.test') && <TestResult name="email" />}
            <section className="card stack tight">
              <h2 className="sub">{say(words.emailChannel)}</h2>
              <About
                entries={[
                  [say(words.mailServer), mail.server ?? say(words.notConfigured)],
                  [say(words.sender), mail.sender],
                ]}
              />
              <p className="soft small">{say(words.mailHelp)}</p>
            </section>
          </>
        )}
      </Shown>
    </Page>
  )
}
