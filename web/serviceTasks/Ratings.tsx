import { ASPECTS, aspectLabels, gradeLabels } from '../../rules/serviceTask/ratings.ts'
import type { Answer } from '../client/ask.ts'
import { useAsk } from '../client/useAsk.ts'
import { useSay } from '../language.tsx'
import { When } from '../parts/When.tsx'
import { taskForms } from '../texts/serviceTasks.ts'

/** What the customer scored, with the signature; and whether a trip's expenses still lack the stamp (S2-3.2.4.3b). */
export function Ratings({ of }: { of: Answer<'get /api/service-tasks/{id}'> }) {
  const say = useSay()
  const files = useAsk('get /api/cases/{id}/attachments', { params: { id: of.id } })
  if (of.ratings.length === 0) return null
  const stamped = files.data?.items.some((file) => file.purpose === 'stamp') ?? true
  return (
    <section aria-label={say(taskForms.scores)}>
      <h2 className="sub">{say(taskForms.scores)}</h2>
      {of.ratings.map((one) => (
        <div key={one.signedAt} className="row">
          {ASPECTS.map((aspect) => (
            <span key={aspect}>
              {say(aspectLabels[aspect])}：<strong>{one[aspect] ? say(gradeLabels[one[aspect]]) : '—'}</strong>
            </span>
          ))}
          <Picture one={one} />
          <span className="soft small">
            {say(taskForms.signedAt)} <When at={one.signedAt} />
          </span>
        </div>
      ))}
      {!stamped && of.form.travel && <p className="mark warn">{say(taskForms.noStamp)}</p>}
    </section>
  )
}

function Picture({ one }: { one: Answer<'get /api/service-tasks/{id}'>['ratings'][number] }) {
  const say = useSay()
  const address = one.signatureFileId ? `/api/attachments/${one.signatureFileId}/content` : one.signature
  if (!address) return <span className="mark bad">{say(taskForms.notSigned)}</span>
  return <img src={address} alt={say(taskForms.signature)} height={48} />
}
