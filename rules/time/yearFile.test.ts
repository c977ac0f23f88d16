import { describe, expect, it } from 'vitest'
import { publishedYears } from './published.ts'
import { readYearFile } from './yearFile.ts'

describe('a published year in a file', () => {
  it('as JSON, as the product itself writes it', () => {
    const year = publishedYears.at(-1)!
    expect(readYearFile(JSON.stringify(year))).toEqual({ file: year })
    expect(readYearFile(`\uFEFF \n${JSON.stringify(year)}\n`)).toEqual({ file: year })
    expect(readYearFile('{"year": 2027,')).toEqual({
      problems: [{ line: null, text: { zh: '不是有效的 JSON', en: 'This is not valid JSON' } }],
    })
  })

  it('as JSON, of which what is missing or no text is asked for', () => {
    const none = { statutory: [], adjustedRest: [], makeUp: [] }
    expect(readYearFile('{}')).toEqual({ file: none })
    const others = { ...none, year: '2027', source: 1, version: 2, publishedOn: null }
    expect(readYearFile(JSON.stringify(others))).toEqual({ file: none })
  })

  it('as JSON, each list that is none by its name', () => {
    const lists = { statutory: '2027-01-01', adjustedRest: ['2027-02-08'], makeUp: ['2027-02-20', 20270221] }
    const problem = (list: string) => ({
      line: null,
      text: { zh: `“${list}”须为日期的列表`, en: `“${list}” has to be a list of dates` },
    })
    expect(readYearFile(JSON.stringify(lists))).toEqual({ problems: [problem('statutory'), problem('makeUp')] })
  })

  it('as CSV in either language, with or without a heading, as spreadsheets save it', () => {
    const file = { year: 2027, statutory: ['2027-01-01'], adjustedRest: ['2027-02-08'], makeUp: ['2027-02-20'] }
    const zh = '\uFEFF日期,类型\r\n2027/1/1,法定节假日\r\n2027/2/8,调休\r\n2027/2/20,补班\r\n'
    expect(readYearFile(zh)).toEqual({ file })
    expect(readYearFile('2027.1.1 , statutory\n\n  \n2027/02/08\trest\n2027/2/20,班')).toEqual({ file })
    expect(readYearFile('2027/10/1,法定')).toMatchObject({ file: { statutory: ['2027-10-01'] } })
    expect(readYearFile('2027-01-01;statutory\n2027-02-08;adjustedRest\n"2027-02-20";"makeUp"')).toEqual({ file })
  })

  it('names every line that is wrong', () => {
    expect(readYearFile('date,type\n2027-02-30,statutory\n2027-01-01,holiday\n2027-05-01,statutory')).toEqual({
      problems: [
        { line: 2, text: { zh: '“2027-02-30”不是有效日期', en: '“2027-02-30” is not a date that exists' } },
        {
          line: 3,
          text: {
            zh: '“holiday”不是：法定节假日、调休、补班',
            en: '“holiday” is none of: statutory, adjustedRest, makeUp',
          },
        },
      ],
    })
    expect(readYearFile('日期,类型\n')).toEqual({
      problems: [{ line: null, text: { zh: '文件里没有日期', en: 'There are no dates in the file' } }],
    })
  })

  it('says only what is wrong with a line, also of its quotation marks and of a heading that comes later', () => {
    const kindless = (line: number, kind: string) => ({
      line,
      text: {
        zh: `“${kind}”不是：法定节假日、调休、补班`,
        en: `“${kind}” is none of: statutory, adjustedRest, makeUp`,
      },
    })
    const dateless = (line: number, on: string) => ({
      line,
      text: { zh: `“${on}”不是有效日期`, en: `“${on}” is not a date that exists` },
    })
    const rows = [
      '2027-01-01',
      '2027-01-02,x"makeUp"',
      '2027-01-03,"makeUp"x',
      'date,type',
      '12027/1/1,rest',
      '2027/1/123,rest',
    ]
    expect(readYearFile(rows.join('\n'))).toEqual({
      problems: [
        kindless(1, ''),
        kindless(2, 'x"makeUp"'),
        kindless(3, '"makeUp"x'),
        dateless(4, 'date'),
        dateless(5, '12027/1/1'),
        dateless(6, '2027/1/123'),
      ],
    })
  })
})
