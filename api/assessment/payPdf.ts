import type { Content, TableCell } from 'pdfmake/interfaces'
import type { Sheet, SheetPerson } from '../../rules/assessment/sheet.ts'
import { onPayroll, payrollOf, type Payroll } from '../../rules/pay/payroll.ts'
import { PAY_CLAUSE, PAY_KINDS, payKinds, type PayKind, type PayLine } from '../../rules/pay/statement.ts'
import { drawable } from '../pdf/document.ts'
import { GREY, right, thinLines } from '../pdf/parts.ts'
import { yuanOf } from './text.ts'

const UNSET = '未设定 not set'
const NO_BORDER: [boolean, boolean, boolean, boolean] = [false, false, false, false]
const layout = { ...thinLines, paddingTop: () => 3, paddingBottom: () => 3 }
const head = (text: string): TableCell => ({ text, bold: true, alignment: 'center', fillColor: '#EEEEEE' })

/**
 * Pay beside the sheet, for finance (S0-A-8.1a): a table with the people and sums of the payroll's file, the places for
 * signature, and what each amount rests on. It begins a page of its own, so that the assessment can be handed on without
 * it; nothing where nobody is paid.
 */
export function payOf({ people, month }: Sheet, signatures: Content): Content[] {
  const paid = people.filter(({ pay = [] }) => pay.length > 0)
  if (paid.length === 0) return []
  return [
    {
      text: `附：薪酬表 Payroll ${month} · ${PAY_CLAUSE}`,
      fontSize: 13,
      bold: true,
      margin: [0, 0, 0, 2],
      pageBreak: 'before',
    },
    {
      text: "薪酬不计入考核合计；制度未设定的金额没有计入，不等于零。 Pay is no part of the assessment's total. What the rulebook leaves blank is left out; that is not nought.",
      fontSize: 8,
      color: GREY,
      margin: [0, 0, 0, 4],
    },
    payroll(onPayroll(people)),
    signatures,
    details(paid),
  ]
}

function payroll(owed: readonly SheetPerson[]): Content {
  const heads = ['工号\nNo.', '姓名\nName', ...PAY_KINDS.map((kind) => `${payKinds[kind].zh}\n${payKinds[kind].en}`)]
  const rows = owed.map((one) => ({ ...one, ...payrollOf(one) }))
  const sum = (of: (row: Payroll) => number | null) => {
    const known = rows.flatMap((row) => of(row) ?? [])
    return cell(known.length === 0 ? '' : yuanOf(known.reduce((all, fen) => all + fen, 0)), true)
  }
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: [48, 60, '*', '*', '*', '*', '*', '*', '*', '*'],
      body: [
        [
          ...heads,
          '以前月份更正\nEarlier months',
          '薪酬小计\nPay',
          '考核\nAssessment',
          '合计（不含未设定）\nTotal of what is set',
        ].map(head),
        ...rows.map((row) => [
          { text: drawable(row.code) },
          { text: drawable(row.name) },
          ...PAY_KINDS.map((kind) => cell(ofKind(row, kind))),
          ...[row.earlierFen, row.payFen, row.assessmentFen].map((fen) => cell(fen === null ? '' : yuanOf(fen))),
          cell(yuanOf(row.totalFen), true),
        ]),
        [
          { text: '合计 Total', colSpan: 2, bold: true, ...right },
          '',
          ...PAY_KINDS.map((kind) => sum(({ byKind }) => byKind[kind])),
          ...[
            sum(({ earlierFen }) => earlierFen),
            sum(({ payFen }) => payFen),
            sum((row) => row.assessmentFen),
            sum((row) => row.totalFen),
          ],
        ],
      ],
    },
    layout,
  }
}

const cell = (text: string, bold = false): TableCell => ({ text, bold, ...right })

/** What is listed under a kind: its amount, that it is not set, or both where it is set in part. */
const ofKind = ({ byKind, unset }: Payroll, kind: PayKind): string =>
  [byKind[kind] === null ? [] : yuanOf(byKind[kind]), unset.includes(kind) ? UNSET : []].flat().join('\n')

function details(paid: readonly SheetPerson[]): Content {
  const heads = ['工号\nNo.', '姓名\nName', '条款\nClause', '项目\nItem', '说明\nWhy', '金额\nAmount']
  const row = ({ code, name }: SheetPerson, { kind, clause, because, amountFen }: PayLine): TableCell[] => [
    { text: drawable(code) },
    { text: drawable(name) },
    clause,
    { text: payKinds[kind].zh, alignment: 'center' },
    { stack: [{ text: drawable(because.zh) }, { text: drawable(because.en), fontSize: 7, color: GREY }] },
    cell(amountFen === null ? UNSET : yuanOf(amountFen)),
  ]
  // Its heading is a row of its head: neither is ever left behind at the foot of a page.
  const title = { text: '明细 What it rests on', bold: true, colSpan: heads.length, border: NO_BORDER }
  return {
    margin: [0, 10, 0, 0],
    table: {
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [48, 60, 62, 56, '*', 66],
      body: [
        [title, ...heads.slice(1).map(() => ({ text: '', border: NO_BORDER }))],
        heads.map(head),
        ...paid.flatMap((one) => one.pay!.map((line) => row(one, line))),
      ],
    },
    layout,
  }
}
