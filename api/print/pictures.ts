import type { Content } from 'pdfmake/interfaces'
import { contentOf, filesOf } from '../../db/attachment/attach.ts'
import type { Db } from '../../db/client.ts'
import { purposeLabels } from '../../rules/attachment/purpose.ts'
import { drawable, pdfOf } from '../pdf/document.ts'
import { GREY } from '../pdf/parts.ts'
import { clock } from '../pdf/text.ts'

/** More than this many pictures make a form too heavy to send; the case holds all of them. */
const MOST = 12

export interface Picture {
  /** A data URL; null: the file is no picture that can be printed. */
  image: string | null
  caption: string
}

/** A picture as a document can hold it; null where its bytes are damaged, so that one file does not spoil the form. */
export async function printableImage(bytes: Buffer, mediaType: string): Promise<string | null> {
  const image = `data:${mediaType};base64,${bytes.toString('base64')}`
  try {
    await pdfOf({ content: [{ image, width: 10 }], defaultStyle: { font: 'Noto' } })
    return image
  } catch {
    return null
  }
}

/** A file of a case as a picture; undefined where it is none, or isn't there. */
export async function pictureOf(db: Db, caseId: string, id: string | null): Promise<string | null | undefined> {
  const file = (await filesOf(db, caseId)).find((one) => one.id === id)
  return file && printableImage(await contentOf(db, file.sha256), file.mediaType)
}

/** The photos of a case, of the site and of the stamp, in the order in which they came. */
export async function photosOf(db: Db, caseId: string): Promise<Picture[]> {
  const files = await filesOf(db, caseId)
  const photos = files.filter(({ purpose, mediaType }) => purpose !== 'signature' && mediaType.startsWith('image/'))
  return Promise.all(
    photos.slice(0, MOST).map(async ({ sha256, mediaType, purpose, name, takenAt, sentAt }) => ({
      image: await printableImage(await contentOf(db, sha256), mediaType),
      caption: `${purpose ? `${purposeLabels[purpose].zh} ${purposeLabels[purpose].en}` : name} · ${clock(takenAt ?? sentAt)}`,
    })),
  )
}

/** Pictures below a form, two beside each other. */
export function pictureRows(pictures: readonly Picture[]): Content[] {
  const rows: Content[] = []
  for (let at = 0; at < pictures.length; at += 2)
    rows.push({
      columns: pictures.slice(at, at + 2).map(figure),
      columnGap: 12,
      margin: [0, 10, 0, 0],
      unbreakable: true,
    })
  return rows
}

const figure = ({ image, caption }: Picture): Content => ({
  stack: [
    image === null ? { text: '（图片无法打印 the picture cannot be printed）' } : { image, fit: [250, 220] },
    { text: drawable(caption), fontSize: 8, color: GREY },
  ],
})
