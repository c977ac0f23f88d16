import Button from 'antd/es/button'
import { useId } from 'react'
import { useSay } from '../language.tsx'
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
    <fieldset className="field">
      <legend>{say(words.photos)}</legend>
      {!full && (
        <div>
          <label className="chip" htmlFor={id}>
            {say(words.addPhoto)}
            <input
              id={id}
              type="file"
              multiple
              className="hidden-file"
              accept="image/*"
              onChange={({ target }) => {
                const files = [...(target.files ?? [])]
                target.value = ''
                void of.add(files)
              }}
            />
          </label>
        </div>
      )}
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
      <div className="soft small">{say(words.photosHelp, { most: MOST_PHOTOS })}</div>
      {of.unreadable && (
        <div className="wrong small" role="alert">
          {say(words.photoUnreadable)}
        </div>
      )}
    </fieldset>
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
