import { roles, type Role } from '../../rules/roles.ts'
import type { Text } from '../../rules/text.ts'
import { money } from '../parts/money.ts'
import { codeLabels, entryLabels } from '../texts/factData.ts'
import { corrections } from '../texts/corrections.ts'
import { texts } from '../texts/index.ts'

/** One thing that a fact says: people are named, files opened and instants shown by whoever shows it. */
export type Detail = { label: Text } & (
  | { kind: 'people' | 'files'; ids: string[] }
  | { kind: 'time'; iso: string }
  | { kind: 'text'; text: Text }
)

const FILES = ['documentId', 'attachmentIds', 'signatureFileId', 'enclosures']
const PEOPLE = ['correctedBy']

/** What a fact says, in the order in which it holds it. */
export function detailsOf(data: Readonly<Record<string, unknown>>): Detail[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const label = entryLabels[name]
    const detail = label && value !== null && value !== '' ? shown(name, value) : undefined
    return detail ? [{ label, ...detail } as Detail] : []
  })
}

function shown(name: string, value: unknown): object | undefined {
  const values = Array.isArray(value) ? (value as unknown[]) : [value]
  if (values.length === 0) return undefined
  if (name === 'through') return { kind: 'text', text: corrections.byLink }
  if (FILES.includes(name)) return { kind: 'files', ids: values.map(idOf) }
  if (name.endsWith('Id') || PEOPLE.includes(name)) return { kind: 'people', ids: values.map(String) }
  if (name.endsWith('At') && typeof value === 'number') return { kind: 'time', iso: new Date(value).toISOString() }
  if (name.endsWith('Fen')) return { kind: 'text', text: same(money(Number(value))) }
  const words = values.map(wordOf).filter((word) => word !== undefined)
  if (words.length === 0) return undefined
  return { kind: 'text', text: { zh: words.map(({ zh }) => zh).join('、'), en: words.map(({ en }) => en).join(', ') } }
}

/** A file by its id, or by what names it as an enclosure. */
const idOf = (value: unknown) =>
  typeof value === 'string' ? value : String((value as { attachmentId?: unknown }).attachmentId)

const same = (text: string): Text => ({ zh: text, en: text })

function wordOf(value: unknown): Text | undefined {
  if (typeof value === 'boolean') return value ? texts.common.yes : texts.common.no
  if (typeof value === 'number') return same(String(value))
  if (typeof value !== 'string') return undefined
  return codeLabels[value] ?? (value in roles ? roles[value as Role] : same(value))
}
