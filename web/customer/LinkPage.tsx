import type { Answer } from '../client/ask.ts'
import { isProblem } from '../client/problem.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { About } from '../parts/About.tsx'
import { Failed } from '../parts/Shown.tsx'
import { Waiting } from '../parts/Waiting.tsx'
import { When } from '../parts/When.tsx'
import { customer as words } from '../texts/customer.ts'
import { Appointment } from './Appointment.tsx'
import { Closed, Frame, isToken, useToken } from './Frame.tsx'
import { Rating } from './Rating.tsx'
import { ToCalendar } from './ToCalendar.tsx'

export type Link = Answer<'post /api/customer-link/look'>
export type Open = NonNullable<Link['about']>

/** What a customer does by a link, without an account: one thing about one service, once. */
export default function LinkPage() {
  const token = useToken()
  return <Looked key={token} token={token} />
}

function Looked({ token }: { token: string }) {
  const look = useAsk('post /api/customer-link/look', { body: { token } }, { enabled: isToken(token) })
  const unknown = isProblem(look.error) && look.error.status === 404
  if (!isToken(token) || unknown) return <Closed title={words.invalid} more={words.invalidMore} />
  if (look.error)
    return (
      <Frame title={words.failed}>
        <Failed error={look.error} again={() => void look.refetch()} />
      </Frame>
    )
  if (!look.data) return <Waiting page />
  const { state, purpose, about, answer, company } = look.data
  if (state === 'expired') return <Closed title={words.expired} more={words.expiredMore} />
  if (state === 'revoked') return <Closed title={words.revoked} more={words.revokedMore} />
  return (
    <Frame title={words[purpose]} company={company}>
      {about && <OpenLink token={token} link={look.data} about={about} />}
      {answer && <Answered link={look.data} answer={answer} />}
      {state === 'settled' && <Settled />}
    </Frame>
  )
}

function OpenLink({ token, link, about }: { token: string; link: Link; about: Open }) {
  const say = useSay()
  const { purpose } = link
  return (
    <>
      <About
        entries={[
          [say(words.about), about.requirement],
          [say(words.engineer), about.engineerName],
          [say(words.work), purpose === 'rating' ? about.record?.work : null],
          [say(words.resolution), purpose === 'rating' ? about.record?.resolution : null],
        ]}
      />
      {purpose === 'appointment' ? <Appointment token={token} about={about} /> : <Rating token={token} />}
      <p className="soft small">
        <ValidUntil at={link.expiresAt} />
      </p>
    </>
  )
}

function ValidUntil({ at }: { at: string }) {
  const say = useSay()
  const [before, after] = say(words.validUntil).split('{time}')
  return (
    <>
      {before}
      <When at={at} day />
      {after}
    </>
  )
}

/** What was handed in; for an appointment with a way into one's own calendar. */
function Answered({ link, answer }: { link: Link; answer: NonNullable<Link['answer']> }) {
  const say = useSay()
  return (
    <div className="stack" role="status">
      <p>{say(words[answer.kind])}</p>
      {'appointmentAt' in answer && (
        <>
          <p className="big">
            <When at={answer.appointmentAt} day /> <span className="soft small">{say(words.zone)}</span>
          </p>
          <ToCalendar at={answer.appointmentAt} about="" />
        </>
      )}
      <p className="soft small">
        {say(words.used)} <When at={link.usedAt} day />
      </p>
    </div>
  )
}

function Settled() {
  const say = useSay()
  return (
    <p role="status">
      {say(words.settled)}。{say(words.settledMore)}
    </p>
  )
}
