import type { Sheet } from '../../rules/assessment/sheet.ts'
import { onPayroll, payrollOf, type Payroll } from '../../rules/pay/payroll.ts'
import { PAY_KINDS, payKinds } from '../../rules/pay/statement.ts'

/** Fen as yuan with two decimals, exactly: `-50.00`. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** Text without what no XML document may hold: control characters and halves of surrogate pairs. */
export const printable = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

/** A text that no spreadsheet takes for a formula: one that begins like one gets an apostrophe in front. */
export const inert = (text: string): string => (/^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text)

/** A field of a CSV (RFC 4180). */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/**
 * The payroll's file: a line for each person with an amount, in yuan; the columns are described in `docs/running.md`.
 * UTF-8 with a byte order mark so that Excel reads the Chinese. A field of pay is empty where nothing is listed, and where
 * the rulebook's amount is blank, which the last column names. Who has neither entry nor pay is left out.
 */
export function payrollCsv(sheet: Sheet): Buffer {
  const rows = onPayroll(sheet.people).map((one) => [
    ...[sheet.month, inert(one.code), inert(one.name)],
    ...payrollFields(payrollOf(one)),
  ])
  const text = [PAYROLL_COLUMNS, ...rows].map((row) => `${row.map(field).join(',')}\r\n`).join('')
  return Buffer.from(`\ufeff${text}`, 'utf8')
}

const PAYROLL_COLUMNS = [
  ...['月份 month', '工号 number', '姓名 name', '考核（元） assessment'],
  ...['基本工资 base pay', '半年奖金 bonus', '出差补助 travel', '话费补助 phone', '以前月份更正 earlier months'],
  ...['合计 total', '未设定 not set'],
]

const payrollFields = ({ assessmentFen, byKind, earlierFen, totalFen, unset }: Payroll): string[] => [
  ...[assessmentFen, ...PAY_KINDS.map((kind) => byKind[kind]), earlierFen, totalFen].map((fen) =>
    fen === null ? '' : yuanOf(fen),
  ),
  unset.map((kind) => payKinds[kind].zh).join('、'),
]
