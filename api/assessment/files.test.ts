import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXlsx } from '../../db/import/readXlsx.ts'
import type { Sheet, SheetPerson } from '../../rules/assessment/sheet.ts'
import type { PayLine } from '../../rules/pay/statement.ts'
import { drawable } from '../pdf/document.ts'
import { sheetPdf } from './pdf.ts'
import { sheetXlsx } from './xlsx.ts'
import { inert, payrollCsv, printable, yuanOf } from './text.ts'

const one = (name: string, totalFen: number): SheetPerson => ({
  ...{ personId: 'p', code: 'E001', name, totalFen },
  ...{ lines: [], waiting: [] },
})
const line = (kind: PayLine['kind'], amountFen: number | null, of?: string): PayLine => ({
  ...{ kind, clause: 'S0-A-8.1a', because: { zh: '依据', en: 'why' }, amountFen },
  ...(of === undefined ? {} : { of }),
})
const paid: SheetPerson = {
  ...one('=cmd', -2_000),
  pay: [
    line('base', 150_000),
    line('travel', 24_000),
    line('travel', null),
    line('phone', null),
    line('base', -5, '2026-01'),
  ],
}
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
    expect(rows(csv)).toEqual(['2026-02,E001,"𬎆,""㴨""",-20.05,,,,,,-20.05,'])
  })

  it('says what pay somebody has by kind; what is blank stays empty and is named [S0-A-8.1a] [S0-A-8.2a] [S0-A-8.2b]', () => {
    const [head, row] = payrollCsv(sheet(paid)).toString('utf8').slice(1).split('\r\n')
    expect(head).toBe(
      '月份 month,工号 number,姓名 name,考核（元） assessment,基本工资 base pay,半年奖金 bonus,出差补助 travel,话费补助 phone,以前月份更正 earlier months,合计 total,未设定 not set',
    )
    expect(row).toBe("2026-02,E001,'=cmd,-20.00,1500.00,,240.00,,-0.05,1719.95,出差补助、话费补助")
    expect(rows(payrollCsv(sheet({ ...paid, totalFen: 0 })))[0]).toContain(',0.00,1500.00,')
  })
})

describe('the paper form', () => {
  const facts = { company: '某公司', caseId: 'assessment-1', signedAt: 0 }
  const pages = async (...people: SheetPerson[]) =>
    (await sheetPdf(sheet(...people), facts)).toString('latin1').match(/\/Type \/Page\b/g)!.length

  it('has pay on a page of its own, and none where nobody is paid [S0-A-8.1a]', async () => {
    expect([await pages(one('甲', -2_000)), await pages(one('甲', -2_000), paid)]).toEqual([1, 2])
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
