import { useId, useState } from 'react'
import { MEDIA_TYPES } from '../../rules/attachment/mediaType.ts'
import { purposeLabels } from '../../rules/attachment/purpose.ts'
import { useAsk, useDo } from '../client/useAsk.ts'
import type { Schemas } from '../client/schema.ts'
import { useSay } from '../language.tsx'
import { useNames } from '../parts/names.tsx'
import { Refused } from '../parts/Refused.tsx'
import { Shown } from '../parts/Shown.tsx'
import { When } from '../parts/When.tsx'
import { texts } from '../texts/index.ts'
import { caseFiles as words } from '../texts/caseFiles.ts'
import './files.css'

/** The section of a case with its files. */
export function CaseFiles({ id }: { id: string }) {
  const say = useSay()
  return (
    <section className="stack tight" aria-label={say(words.files)}>
      <h2 className="sub">{say(words.files)}</h2>
      <Files id={id} />
      <AddFiles id={id} />
    </section>
  )
}

/** The files of a case: pictures to look at, others to download. */
export function Files({ id, keep = false }: { id: string; keep?: boolean }) {
  const say = useSay()
  const list = useAsk('get /api/cases/{id}/attachments', { params: { id } }, { keep })
  return (
    <Shown of={list}>
      {({ items }) =>
        items.length === 0 ? (
          <p className="soft">{say(words.none)}</p>
        ) : (
          <ul className="files">
            {items.map((file) => (
              <OneFile key={file.id} file={file} />
            ))}
          </ul>
        )
      }
    </Shown>
  )
}

function OneFile({ file }: { file: Schemas['Attachment'] }) {
  const say = useSay()
  const nameOf = useNames()
  const address = `/api/attachments/${file.id}/content`
  const isPicture = file.mediaType.startsWith('image/')
  return (
    <li>
      <a href={address} download={file.name}>
        {isPicture && <img src={address} alt="" loading="lazy" />}
        <span>{file.name}</span>
      </a>
      <div className="soft small">
        {file.purpose && <>{say(purposeLabels[file.purpose])} · </>}
        {file.sentById ? nameOf(file.sentById) : say(words.byCustomer)} <When at={file.takenAt ?? file.sentAt} />
      </div>
    </li>
  )
}

/** Puts files to a case, one after the other. */
function AddFiles({ id }: { id: string }) {
  const say = useSay()
  const field = useId()
  const upload = useDo('post /api/attachments')
  const put = useDo('post /api/cases/{id}/attachments')
  const [error, setError] = useState<unknown>()

  async function add(input: HTMLInputElement) {
    setError(undefined)
    try {
      for (const body of input.files ?? []) {
        const { id: fileId } = await upload.mutateAsync({ body })
        await put.mutateAsync({ params: { id }, body: { attachmentIds: [fileId], purpose: 'document' } })
      }
    } catch (refused) {
      setError(refused)
    } finally {
      input.value = ''
    }
  }

  return (
    <div className="stack tight">
      <div>
        <label className="chip" htmlFor={field}>
          {say(upload.isPending || put.isPending ? texts.common.loading : words.add)}
          <input
            id={field}
            type="file"
            multiple
            className="hidden-file"
            accept={Object.keys(MEDIA_TYPES).join()}
            onChange={({ currentTarget }) => void add(currentTarget)}
          />
        </label>
      </div>
      <Refused error={error} />
    </div>
  )
}
