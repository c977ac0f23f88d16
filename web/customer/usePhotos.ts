import { useState } from 'react'
import { useDo } from '../client/useAsk.ts'
import { shrunk } from '../parts/picture.ts'

/** A nameplate can be read at this many dots along the longer side. */
const DOTS = 1_600
/** House rule `equipment.photosPerReport`, as shipped; the server has the last word. */
export const MOST_PHOTOS = 3

interface Photo {
  /** For the page to tell them apart. */
  id: number
  url: string
  file: File
  sent: boolean
}

/**
 * Photos of a fault: chosen while the report is written, made small at once, sent one after the other when it is with us.
 * What did not get through can be sent again; what arrived twice is one.
 */
export function usePhotos(reportId: string) {
  const [photos, setPhotos] = useState<readonly Photo[]>([])
  const [unreadable, setUnreadable] = useState(false)
  const deed = useDo('post /api/fault-report/{id}/photos')

  async function add(chosen: readonly File[]) {
    setUnreadable(false)
    for (const one of chosen)
      try {
        const photo = await shrunk(one, DOTS)
        setPhotos((now) => {
          const id = (now.at(-1)?.id ?? 0) + 1
          return now.length < MOST_PHOTOS ? [...now, { ...photo, id, sent: false }] : now
        })
      } catch {
        setUnreadable(true)
      }
  }

  async function send() {
    for (const { id, file } of photos.filter((one) => !one.sent)) {
      await deed.mutateAsync({ params: { id: reportId }, body: file })
      setPhotos((now) => now.map((one) => (one.id === id ? { ...one, sent: true } : one)))
    }
  }

  return {
    photos,
    unreadable,
    add,
    remove: (id: number) => setPhotos((now) => now.filter((one) => one.id !== id)),
    // What went wrong stands in `error`.
    send: () => void send().catch(() => {}),
    sending: deed.isPending,
    error: deed.error,
  }
}
export type Photos = ReturnType<typeof usePhotos>
