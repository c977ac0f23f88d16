import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces'
import type { SheetFacts } from '../../db/assessment/steps.ts'
import { scopeLabels } from '../../rules/assessment/labels.ts'
import type { Sheet, SheetLine, SheetPerson } from '../../rules/assessment/sheet.ts'
import type { Instant } from '../../rules/instant.ts'
import { drawable, pdfOf } from '../pdf/document.ts'
import { box, boxes, defaultStyle, footerOf, GREY, right, thinLines, titleOf } from '../pdf/parts.ts'
import { clock } from '../pdf/text.ts'
import { kindLabels } from './kinds.ts'
import { payOf } from './payPdf.ts'
import { yuanOf } from './text.ts'

/**
 * The sheet as a paper form (PDF, A4 across): its entries, sums, and places for signature and execution; the pay beside it
 * follows on pages of its own.
 */
export const sheetPdf = (sheet: Sheet, facts: SheetFacts) => pdfOf(form(sheet, facts))

const cell = (text: string, more: object = {}): TableCell => ({ text: drawable(text), ...more })

function form(sheet: Sheet, { company, caseId, signedAt }: SheetFacts): TDocumentDefinitions {
  const { zh, en } = scopeLabels[sheet.scope]
  const [year, month] = sheet.month.split('-')
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [36, 40, 36, 44],
    info: { title: `${zh} ${sheet.month}` },
    defaultStyle,
    content: [
      ...titleOf({ zh: `技术服务部${zh}`, en }, company),
      {
        margin: [0, 8, 0, 4],
        columns: [
          { text: `考核月份 Month：${year} 年 ${Number(month)} 月` },
          { text: '依据 Under：S0-A-6.4，S0-A-7.9', alignment: 'center' },
          { text: '金额单位：元 Amounts in yuan', ...right },
        ],
      },
      entries(sheet),
      ...waitingOf(sheet),
      signatures(signedAt),
      ...payOf(sheet, signatures(signedAt)),
    ],
    footer: footerOf(caseId),
  }
}

function entries(sheet: Sheet): Content {
  const head = [
    '工号\nNo.',
    '姓名\nName',
    '条款\nClause',
    '事由\nWhy',
    '类别\nKind',
    '发生时间\nOccurred',
    '金额\nAmount',
  ]
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [48, 60, 62, '*', 46, 62, 56],
      body: [
        head.map((text) => ({ text, bold: true, alignment: 'center', fillColor: '#EEEEEE' })),
        ...sheet.people.flatMap(personRows),
        [
          { text: '合计 Total', colSpan: 6, bold: true, ...right },
          ...Array.from({ length: 5 }, () => ''),
          { text: yuanOf(sheet.totalFen), bold: true, ...right },
        ],
      ],
    },
    layout: { ...thinLines, paddingTop: () => 3, paddingBottom: () => 3 },
  }
}

function personRows({ code, name, lines, totalFen }: SheetPerson): TableCell[][] {
  const none: TableCell[] = [cell(code), cell(name), '', { text: '本月无记录 no entries', color: GREY }, '', '']
  if (lines.length === 0) return [[...none, { text: yuanOf(0), ...right }]]
  const entered = lines.map((line) => [cell(code), cell(name), ...lineCells(line)])
  if (lines.length === 1) return entered
  const sum: TableCell[] = [
    { text: '小计 Subtotal', colSpan: 6, ...right },
    ...Array.from({ length: 5 }, () => ''),
    { text: yuanOf(totalFen), bold: true, ...right },
  ]
  return [...entered, sum]
}

function lineCells({ clause, title, because, kind, occurredAt, amountFen, correction }: SheetLine): TableCell[] {
  const earlier = correction ? '以前月份更正 Correction of an earlier month\n' : ''
  const label = kindLabels[kind] ?? { zh: kind, en: kind }
  return [
    cell(clause),
    {
      stack: [
        { text: drawable(`${earlier}${title.zh}\n${because.zh}`) },
        { text: drawable(`${title.en}. ${because.en}`), fontSize: 7, color: GREY },
      ],
    },
    cell(`${label.zh}\n${label.en}`, { alignment: 'center' }),
    cell(clock(occurredAt).replace(' ', '\n'), { alignment: 'center' }),
    cell(yuanOf(amountFen), right),
  ]
}

/** Fines that wait for their confirmation are named below the table: nobody is surprised by the next sheet. */
function waitingOf({ people }: Sheet): Content[] {
  const waiting = people.flatMap(({ name, waiting: lines }) => lines.map((line) => ({ name, ...line })))
  if (waiting.length === 0) return []
  return [
    { text: '待确认，未计入本表 Not confirmed yet, not counted here', bold: true, margin: [0, 8, 0, 2] },
    {
      ul: waiting.map(({ name, clause, title, amountFen }) =>
        drawable(`${name} · ${clause} ${title.zh} ${title.en} · ${yuanOf(amountFen)}`),
      ),
    },
  ]
}

const signatures = (signedAt: Instant): Content =>
  boxes([
    box({ zh: '制表', en: 'Issued by' }, '日期 Date：　　　　年　　月　　日'),
    box({ zh: '总经理签字', en: 'General manager' }, `系统内已签 signed in the system：${clock(signedAt)}`),
    box({ zh: '财务执行', en: 'Finance' }, '日期 Date：　　　　年　　月　　日'),
  ])
