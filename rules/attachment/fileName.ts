/** The longest file name that is kept, in characters; longer ones lose their middle, not their ending. */
const LONGEST = 120

/** Control characters, also those that turn the direction of writing and so hide what a name ends in. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/**
 * The file name in a Content-Disposition header, as RFC 5987 writes it (`filename*=UTF-8''%E8%AF%81.pdf`) or plain.
 * Folders before it and unseen characters are cut. Undefined where there is none, or none that can be read.
 */
export function fileNameOf(header: string | undefined): string | undefined {
  const extended = /(?:^|;)\s*filename\*\s*=\s*UTF-8'[^']*'([^;\s]+)/i.exec(header ?? '')?.[1]
  const plain = /(?:^|;)\s*filename\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]+))/i.exec(header ?? '')
  const written = extended === undefined ? (plain?.[1]?.replace(/\\(.)/g, '$1') ?? plain?.[2]) : decoded(extended)
  const name = written?.replace(UNSEEN, '').split(/[\\/]/).at(-1)?.trim()
  if (!name || name === '.' || name === '..') return undefined
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 21)}…${name.slice(-20)}`
}

function decoded(percent: string): string | undefined {
  try {
    return decodeURIComponent(percent)
  } catch {
    return undefined
  }
}

/** The header that has a file saved under its name, never shown in place of a page. */
export function contentDisposition(name: string): string {
  const escaped = encodeURIComponent(
    name.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, ''),
  )
  return `attachment; filename*=UTF-8''${escaped.replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
