import { useId, useState } from 'react'
import { purposeLabels } from '../../../rules/attachment/purpose.ts'
import { Files } from '../../cases/Files.tsx'
import { serverNow } from '../../client/clock.ts'
import { useSay } from '../../language.tsx'
import { useOutbox } from '../../offline/outbox.tsx'
import { shrunk } from '../../parts/picture.ts'
import { fieldOf, isoOf } from '../../parts/time.ts'
import { site } from '../../texts/site.ts'

/** A nameplate can be read at this many dots along the longer side. */
const DOTS = 1_600
const BUTTONS = [
  ['photo', site.addPhoto],
  ['stamp', site.addStamp],
] as const

/** Photos of the site and of the customer's stamp (S2-3.2.4.3b), taken now, sent when there is a network. */
export function Photos({ id, about }: { id: string; about: string }) {
  const say = useSay()
  const field = useId()
  const { add } = useOutbox()
  const [said, setSaid] = useState('')

  async function taken(purpose: 'photo' | 'stamp', input: HTMLInputElement) {
    const photo = input.files?.[0]
    if (!photo) return
    const takenAt = isoOf(fieldOf(serverNow()))
    try {
      const { file } = await shrunk(photo, DOTS)
      await add({
        caseId: id,
        promise: null,
        title: purposeLabels[purpose],
        about,
        operation: 'post /api/cases/{id}/attachments',
        given: { params: { id }, body: { purpose, takenAt } },
        files: [file],
      })
      setSaid(say(site.photoKept))
    } catch {
      setSaid(say(site.photoUnreadable))
    } finally {
      input.value = ''
    }
  }

  return (
    <section className="stack" aria-label={say(site.photos)}>
      <div className="row">
        {BUTTONS.map(([purpose, label]) => (
          <label key={purpose} className="chip" htmlFor={`${field}-${purpose}`}>
            {say(label)}
            <input
              id={`${field}-${purpose}`}
              type="file"
              className="hidden-file"
              accept="image/*"
              capture="environment"
              onChange={({ currentTarget }) => void taken(purpose, currentTarget)}
            />
          </label>
        ))}
      </div>
      <p role="status" className="soft small">
        {said}
      </p>
      <Files id={id} keep />
    </section>
  )
}
