import type { Content, DynamicContent, TableCell } from 'pdfmake/interfaces'
import type { Text } from '../../rules/text.ts'
import { drawable } from './document.ts'

export const GREY = '#444444'
export const right = { alignment: 'right' } as const
/** Thin lines all around, as a paper form has them. */
export const thinLines = { hLineWidth: () => 0.6, vLineWidth: () => 0.6 }
export const defaultStyle = { font: 'Noto', fontSize: 9, lineHeight: 1.15 }

/** The head of a form: whose it is, where the house has said so, and what it is, in both languages. */
export const titleOf = ({ zh, en }: Text, company: string | null): Content[] => [
  ...(company ? [{ text: drawable(company), fontSize: 11, alignment: 'center' } as const] : []),
  { text: zh, fontSize: 18, bold: true, alignment: 'center' },
  { text: en, fontSize: 9, alignment: 'center', color: GREY },
]

/** The foot of every page: the case it belongs to, and how many pages there are. */
export const footerOf =
  (caseId: string): DynamicContent =>
  (page, pages) => ({
    margin: [36, 12, 36, 0],
    fontSize: 7,
    color: GREY,
    columns: [{ text: caseId }, { text: `第 ${page} 页，共 ${pages} 页 · page ${page} of ${pages}`, ...right }],
  })

/** A place for a signature: whose it is, room for it or what stands there, and what is written below. */
export const box = ({ zh, en }: Text, below: string, inside: Content = { text: ' ', fontSize: 22 }): TableCell => ({
  stack: [{ text: `${zh} ${en}`, bold: true }, inside, { text: below, fontSize: 8, color: GREY }],
  margin: [2, 2, 2, 2],
})

/** The places for signatures beside each other, never torn apart by the end of a page. */
export const boxes = (cells: TableCell[]): Content => ({
  margin: [0, 14, 0, 0],
  unbreakable: true,
  table: { widths: cells.map(() => '*'), body: [cells] },
  layout: thinLines,
})
