import { describe, expect, it } from 'vitest'
import { publishedYears } from './published.ts'
import { readYearFile } from './yearFile.ts'

describe('a published year in a file', () => {
  it('as JSON, as the product itself writes it', () => {
    const year = publishedYears.at(-1)!
    expect(readYearFile(JSON.stringify(year))).toEqual({ file: year })
    expect(readYearFile('{"year": 2027, "statutory": "2027-01-01"}')).toMatchObject({ problems: [{ line: null }] })
    expect(readYearFile('{"year": 2027,')).toMatchObject({ problems: [{ text: { zh: '不是有效的 JSON' } }] })
  })

  it('as CSV in either language, with or without a heading, as spreadsheets save it', () => {
    const file = { year: 2027, statutory: ['2027-01-01'], adjustedRest: ['2027-02-08'], makeUp: ['2027-02-20'] }
    const zh = '\uFEFF日期,类型\r\n2027/1/1,法定节假日\r\n2027/2/8,调休\r\n2027/2/20,补班\r\n'
    expect(readYearFile(zh)).toEqual({ file })
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
    expect(readYearFile('日期,类型\n')).toMatchObject({ problems: [{ text: { zh: '文件里没有日期' } }] })
  })
})
