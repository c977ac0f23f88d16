import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../db/import/readXlsx.ts'
import type { Sheet, SheetPerson } from '../../rules/assessment/sheet.ts'
import { drawable } from '../pdf/document.ts'
import { sheetXlsx } from './xlsx.ts'
import { inert, payrollCsv, printable, yuanOf } from './text.ts'

const one = (name: string, totalFen: number): SheetPerson => ({
  ...{ personId: 'p', code: 'E001', name, totalFen },
  ...{ lines: [], waiting: [] },
})
const sheet = (...people: SheetPerson[]): Sheet => ({ scope: 'staff', month: '2026-02', totalFen: 0, people })
const rows = (csv: Buffer) => csv.toString('utf8').slice(1).split('\r\n').slice(1, -1)

describe('amounts', () => {
  it('are yuan to the fen, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (fen) => {
        const text = yuanOf(fen)
        expect(text).toMatch(/^-?(0|[1-9]\d*)\.\d{2}$/)
        expect(Number(text.replace('.', ''))).toBe(fen)
      }),
    )
  })
  it('below a yuan keep their noughts', () =>
    expect([5, -5, 0, -100].map(yuanOf)).toEqual(['0.05', '-0.05', '0.00', '-1.00']))
})

describe('the Excel file', () => {
  it.each([
    ['某公司', '某公司 月度考核表'],
    [null, '月度考核表'],
  ])('of %s begins with whose it is', async (company, head) => {
    const [title] = readXlsx(await sheetXlsx(sheet(one('甲', -2_000)), company), 100)
    expect(title!.cells[0]!.startsWith(head)).toBe(true)
  })
})

describe('the payroll file', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1'])('makes no formula of %j', (name) => {
    expect(inert(name).startsWith("'")).toBe(true)
    expect(rows(payrollCsv(sheet(one(name, -2_000))))[0]).toContain(`'${name}`.replaceAll('"', '""').split('\r')[0]!)
  })

  it('keeps rare characters, quotes what needs it, and leaves out who has no amount', () => {
    const csv = payrollCsv(sheet(one('𬎆,"㴨"', -2_005), one('无', 0)))
    expect(csv.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(rows(csv)).toEqual(['2026-02,E001,"𬎆,""㴨""",-20.05'])
  })
})

describe('texts on paper and in Excel', () => {
  it('hold nothing that XML may not, and rare characters whole', () => {
    expect(printable('a\u0000\u000bb\ud842c𬎆\n')).toBe('ab\ufffdc𬎆\n')
  })
  it('name a character that the font lacks by its code point', () => {
    expect(drawable('张㴨𬎆\n喆')).toBe('张㴨〔U+2C386〕\n喆')
  })
})
