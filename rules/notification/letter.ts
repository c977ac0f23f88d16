import type { Wording } from './template.ts'

/** A notice as an e-mail: one letter for readers of either language, Chinese first. */
export interface Letter {
  subject: string
  text: string
  html: string
}

/** House rule: longer subjects are cut; mail programs show no more of them. In characters, rare ones counted as one. */
const LONGEST_SUBJECT = 120

/**
 * Puts a notice into a letter, with the address (`link`) of what it speaks of where there is one. What stands in its subject is
 * one line, whatever was typed into it.
 */
export function letterOf({ title, body }: Wording, link?: string): Letter {
  const languages = body.zh === body.en ? [body.zh] : [body.zh, body.en]
  const parts = link ? [...languages, link] : languages
  const words = title.zh === title.en ? title.zh : `${title.zh} / ${title.en}`
  return { subject: oneLine(words), text: parts.join('\n\n— — —\n\n') + '\n', html: htmlOf(parts) }
}

/** One line without control characters, so that no text of people's can begin another header. */
export function oneLine(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\uFFFD')
    .trim()
  const characters = [...line]
  return characters.length > LONGEST_SUBJECT ? `${characters.slice(0, LONGEST_SUBJECT - 1).join('')}…` : line
}

function htmlOf(parts: readonly string[]): string {
  const paragraphs = parts.map((part) =>
    /^https?:\/\/\S+$/.test(part)
      ? `<p><a href="${escape(part)}">${escape(part)}</a></p>`
      : `<p>${escape(part).replace(/\r?\n/g, '<br>\n')}</p>`,
  )
  return `<!doctype html>\n<html lang="zh"><meta charset="utf-8"><body>\n${paragraphs.join('\n<hr>\n')}\n</body></html>\n`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character]!)

/** Whether an address can be mailed to: one mailbox, nothing that a mail server could read as more than that. */
export function isMailbox(address: string): boolean {
  return /^[^\s@<>(),;:"\\[\]\p{Cc}]{1,64}@[^\s@<>(),;:"\\[\]\p{Cc}]{1,255}$/u.test(address)
}
