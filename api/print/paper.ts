import type { TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { Text } from '../../rules/text.ts'
import { drawable } from '../pdf/document.ts'
import { boxes, defaultStyle, footerOf, GREY, thinLines, titleOf } from '../pdf/parts.ts'
import { pictureRows, type Picture } from './pictures.ts'

/** An entry of a form: what it is called, and what was filled in; nothing leaves room for a pen. */
export interface Entry {
  label: Text
  value: string | null | undefined
  /** Takes the whole width. */
  wide?: boolean
}

interface Section {
  head?: Text
  entries: readonly Entry[]
}

/** What a form says, before it is laid out. */
export interface Paper {
  title: Text
  /** Whose form it is. */
  company: string | null
  clause: string | null
  caseId: string
  sections: readonly Section[]
  boxes: readonly TableCell[]
  pictures?: readonly Picture[]
}

/** A form as paper would look (A4): labels and entries in a grid, places for signatures, then pictures. */
export function paperOf({ title, company, clause, caseId, sections, ...rest }: Paper): TDocumentDefinitions {
  return {
    pageSize: 'A4',
    pageMargins: [36, 40, 36, 44],
    info: { title: `${title.zh} ${title.en}` },
    defaultStyle,
    content: [
      ...titleOf(title, company),
      {
        margin: [0, 8, 0, 4],
        columns: [
          { text: `编号 No.：${caseId.slice(-12)}` },
          { text: clause ? `依据 Under：${clause}` : '', alignment: 'right' },
        ],
      },
      {
        table: { widths: [82, '*', 82, '*'], dontBreakRows: false, body: sections.flatMap(rowsOf) },
        layout: { ...thinLines, paddingTop: () => 4, paddingBottom: () => 4 },
      },
      ...(rest.boxes.length > 0 ? [boxes([...rest.boxes])] : []),
      ...pictureRows(rest.pictures ?? []),
    ],
    footer: footerOf(caseId),
  }
}

function rowsOf({ head, entries }: Section): TableCell[][] {
  const rows: TableCell[][] = head
    ? [[{ text: `${head.zh} ${head.en}`, bold: true, fillColor: '#EEEEEE', colSpan: 4 }, '', '', '']]
    : []
  for (let at = 0; at < entries.length;) {
    const [one, two] = [entries[at]!, entries[at + 1]]
    if (one.wide || !two || two.wide) {
      rows.push([labelCell(one.label), valueCell(one, 3), '', ''])
      at += 1
    } else {
      rows.push([labelCell(one.label), valueCell(one), labelCell(two.label), valueCell(two)])
      at += 2
    }
  }
  return rows
}

const labelCell = ({ zh, en }: Text): TableCell => ({
  stack: [
    { text: zh, bold: true },
    { text: en[0]!.toUpperCase() + en.slice(1), fontSize: 6.5, color: GREY },
  ],
})

const valueCell = ({ value, wide }: Entry, colSpan?: number): TableCell => ({
  text: value ? drawable(value) : wide ? '\n\n' : '',
  ...(colSpan && { colSpan }),
})
