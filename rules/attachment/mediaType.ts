/** What may be attached, with what each is called when it is served. */
export const MEDIA_TYPES = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
} as const
export type MediaType = keyof typeof MEDIA_TYPES

/** An Excel file. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** What a table may come as. */
export const TABLE_TYPES = ['text/csv', XLSX] as const

/** The largest file that is taken, in bytes. A house limit: a scan of some pages at print quality fits. */
export const MAX_ATTACHMENT_BYTES = 10 * 1024 * 1024

const SIGNATURES: Record<MediaType, readonly number[]> = {
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [0x50, 0x4b, 0x03, 0x04],
}

/** A zip is a Word document when these two parts are in its directory. */
const WORD_PARTS = ['[Content_Types].xml', 'word/document.xml']

/** Whether bytes begin like a file of the type they claim; of a Word document, whether the zip holds its parts. */
export function looksLike(mediaType: MediaType, bytes: Uint8Array): boolean {
  if (!SIGNATURES[mediaType].every((byte, i) => bytes[i] === byte)) return false
  return MEDIA_TYPES[mediaType] !== 'docx' || WORD_PARTS.every((part) => contains(bytes, part))
}

function contains(bytes: Uint8Array, ascii: string): boolean {
  const first = ascii.charCodeAt(0)
  for (let i = bytes.indexOf(first); i >= 0; i = bytes.indexOf(first, i + 1))
    if ([...ascii].every((letter, j) => bytes[i + j] === letter.charCodeAt(0))) return true
  return false
}
