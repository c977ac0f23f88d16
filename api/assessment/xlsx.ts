import writeXlsxFile, { type Row } from 'write-excel-file/node'
import { scopeLabels } from '../../rules/assessment/labels.ts'
import type { Sheet, SheetLine } from '../../rules/assessment/sheet.ts'
import { PAY_CLAUSE, payKinds } from '../../rules/pay/statement.ts'
import { formatInstant } from '../../rules/time/local.ts'
import { kindLabels } from './kinds.ts'
import { printable } from './text.ts'

const bold = { fontWeight: 'bold' } as const
const boxed = { borderStyle: 'thin', alignVertical: 'top', wrap: true } as const
const head = { ...boxed, ...bold, backgroundColor: '#E8E8E8', align: 'center' } as const

// Every cell says that it is a text or a number, so nothing in it is ever a formula.
const text = (value: string, style: object = boxed) => ({ value: printable(value), type: String, ...style })
const money = (fen: number, style: object = boxed) => ({ value: fen / 100, type: Number, format: '#,##0.00', ...style })

/** The sheet as an Excel file: a line for each entry, a sum for each person and for all; amounts are numbers in yuan. */
export function sheetXlsx(sheet: Sheet, company: string | null): Promise<Buffer> {
  const title = scopeLabels[sheet.scope]
  const columns = [
    ['工号 No.', 12],
    ['姓名 Name', 14],
    ['条款 Clause', 14],
    ['事由 Why', 60],
    ['类别 Kind', 14],
    ['发生时间 Occurred', 20],
    ['金额（元） Amount', 14],
  ] as const
  const rows: Row[] = [
    [text(`${company ? `${company} ` : ''}${title.zh} ${title.en} ${sheet.month}`, { ...bold, fontSize: 14 })],
    columns.map(([label]) => text(label, head)),
  ]
  for (const { code, name, lines, waiting, totalFen } of sheet.people) {
    const who = [text(code), text(name)]
    for (const line of lines) rows.push([...who, ...entry(line), money(line.amountFen)])
    for (const line of waiting) rows.push([...who, ...entry(line), text('待确认，未计入 not confirmed, not counted')])
    rows.push([
      ...who,
      text(''),
      text('小计 Subtotal', { ...boxed, ...bold }),
      text(''),
      text(''),
      money(totalFen, { ...boxed, ...bold }),
    ])
  }
  const blank = Array.from({ length: 5 }, () => text(''))
  rows.push([text('合计 Total', head), ...blank, money(sheet.totalFen, { ...boxed, ...bold })])
  const widths = columns.map(([, width]) => ({ width }))
  const entries = { data: rows, columns: widths, sheet: sheet.month, stickyRowsCount: 2 }
  const pay = payRows(sheet)
  return writeXlsxFile(
    pay.length > 0 ? [entries, { data: pay, columns: PAY_WIDTHS, sheet: '薪酬 Pay' }] : [entries],
  ).toBuffer()
}

const PAY_WIDTHS = [12, 14, 14, 20, 50, 14].map((width) => ({ width }))

/** Pay beside the sheet (S0-A-8.1a): what is blank in the rulebook says so instead of an amount. */
function payRows({ people }: Sheet): Row[] {
  const paid = people.filter(({ pay }) => pay !== undefined)
  if (paid.length === 0) return []
  const heads = ['工号 No.', '姓名 Name', '条款 Clause', '项目 Item', '说明 Why', '金额（元） Amount']
  const lines = paid.flatMap(({ code, name, pay }) =>
    pay!.map(({ kind, clause, because, amountFen }) => [
      ...[code, name, clause].map((one) => text(one)),
      text(`${payKinds[kind].zh} ${payKinds[kind].en}`),
      text(`${because.zh}\n${because.en}`),
      amountFen === null ? text('未设定 not set') : money(amountFen),
    ]),
  )
  return [[text(`薪酬 Pay · ${PAY_CLAUSE}`, bold)], heads.map((label) => text(label, head)), ...lines]
}

function entry({ clause, title, because, kind, occurredAt, correction }: SheetLine) {
  const earlier = correction ? '［以前月份更正 correction of an earlier month］' : ''
  const why = `${earlier}${title.zh} ${title.en}\n${because.zh}\n${because.en}`
  const { zh, en } = kindLabels[kind] ?? { zh: kind, en: kind }
  return [text(clause), text(why), text(`${zh} ${en}`), text(formatInstant(occurredAt).slice(0, 16).replace('T', ' '))]
}
