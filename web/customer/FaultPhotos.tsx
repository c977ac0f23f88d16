import Button from 'antd/es/button'
import { useId } from 'react'
import { useSay } from '../language.tsx'
import { Field } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { customer as words } from '../texts/customer.ts'
import { texts } from '../texts/index.ts'
import { MOST_PHOTOS, type Photos } from './usePhotos.ts'

/** Where photos are taken or chosen before the report is handed in. */
export function PhotosField({ of }: { of: Photos }) {
  const say = useSay()
  const id = useId()
  const full = of.photos.length >= MOST_PHOTOS
  return (
    <Field
      id={id}
      label={say(words.photos)}
      hint={say(words.photosHelp, { most: MOST_PHOTOS })}
      error={of.unreadable ? say(words.photoUnreadable) : undefined}
      optional
    >
      <input
        id={id}
        type="file"
        multiple
        accept="image/*"
        disabled={full}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])]
          target.value = ''
          void of.add(files)
        }}
      />
      {of.photos.length > 0 && (
        <ul className="photos">
          {of.photos.map(({ id: photo, url }, at) => (
            <li key={photo}>
              <img src={url} alt={say(words.photo, { n: at + 1 })} />
              <Button size="small" aria-label={say(words.removePhoto, { n: at + 1 })} onClick={() => of.remove(photo)}>
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  )
}

/** What became of the photos once the report is with us. */
export function PhotosSent({ of }: { of: Photos }) {
  const say = useSay()
  const { photos, sending, error } = of
  if (photos.length === 0) return null
  const arrived = photos.filter(({ sent }) => sent).length
  return (
    <div className="stack tight">
      <p>{say(words.photosSent, { n: arrived, all: photos.length })}</p>
      {sending && <p className="soft small">{say(texts.common.loading)}</p>}
      <Refused error={error} />
      {arrived < photos.length && !sending && error !== null && (
        <div>
          <Button type="primary" onClick={of.send}>
            {say(words.photosAgain)}
          </Button>
        </div>
      )}
    </div>
  )
}
