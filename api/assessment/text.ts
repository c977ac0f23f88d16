import type { Sheet } from '../../rules/assessment/sheet.ts'

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
 * The payroll's file: a line for each person with their amount in yuan, UTF-8 with a byte order mark so that Excel reads
 * the Chinese. People without an amount are left out: there is nothing to pay or deduct.
 */
export function payrollCsv(sheet: Sheet): Buffer {
  const rows = [
    ['月份 month', '工号 number', '姓名 name', '金额（元） amount'],
    ...sheet.people
      .filter(({ totalFen }) => totalFen !== 0)
      .map(({ code, name, totalFen }) => [sheet.month, inert(code), inert(name), yuanOf(totalFen)]),
  ]
  return Buffer.from(`\ufeff${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`, 'utf8')
}
