import { deflateRawSync } from 'node:zlib'
import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readXlsx } from './readXlsx.ts'
import { MAX_UNPACKED, unzip } from './unzip.ts'
import { dateText } from './xlsxDates.ts'
import { tokens } from './xml.ts'

/** A zip of these parts, deflated; its directory may lie about sizes. */
function zip(parts: Record<string, string | Buffer>): Buffer {
  const [bodies, entries]: Buffer[][] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(8, 8)
    head.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    bodies!.push(head, Buffer.from(name), packed)
    entries!.push(entry, Buffer.from(name))
    at += 30 + name.length + packed.length
  }
  const directory = Buffer.concat(entries!)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies!, directory, end])
}

const WORKBOOK = `<x:workbook xmlns:x="a" xmlns:r="b"><x:sheets><x:sheet name="藏" state="hidden" r:id="rId1"/>
  <x:sheet name="表" sheetId="2" r:id="rId2"/></x:sheets></x:workbook>`
const RELATIONS = `<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>
  <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>`
const book = (sheet: string, more: Record<string, string> = {}) =>
  zip({
    'xl/workbook.xml': WORKBOOK,
    'xl/_rels/workbook.xml.rels': RELATIONS,
    'xl/worksheets/sheet1.xml': '<worksheet/>',
    'xl/worksheets/sheet2.xml': sheet,
    ...more,
  })
const code = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    return (error as { code: string }).code
  }
  return 'nothing'
}

describe('an Excel file', () => {
  it('is read as it was written: words, numbers, dates, empty rows left out', async () => {
    const bytes = await writeXlsxFile([
      ['工号', 'when', 'n'],
      [
        '=1+1 & <张三>',
        { value: new Date('2026-02-16T18:00:00Z'), type: Date, format: 'yyyy-mm-dd hh:mm' },
        13800000000,
      ],
      [null, null, null],
      [null, { value: new Date('2026-02-17T00:00:00Z'), type: Date, format: 'yyyy/m/d' }, 0.1 + 0.2],
    ]).toBuffer()
    expect(readXlsx(bytes, 10)).toEqual([
      { line: 1, cells: ['工号', 'when', 'n'] },
      { line: 2, cells: ['=1+1 & <张三>', '2026-02-16 18:00', '13800000000'] },
      { line: 4, cells: ['', '2026-02-17', '0.3'] },
    ])
  })

  it('of another program: prefixes, shared strings with their reading aside, what a formula came to, the first sheet seen', () => {
    const sheet = `<?xml version="1.0"?><x:worksheet><x:sheetData><!-- a > b --><x:row r="3">
      <x:c r="C3" t="s"><x:v>1</x:v></x:c><x:c r="D3" t="str"><x:f>1+1</x:f><x:v>二</x:v></x:c>
      <x:c t="inlineStr"><x:is><x:t>行&#20869;</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    const strings = `<sst><si><t>零</t></si><si><r><t>张</t></r><rPh><t>zhāng</t></rPh><r><t>三</t></r></si></sst>`
    expect(readXlsx(book(sheet, { 'xl/sharedStrings.xml': strings }), 10)).toEqual([
      { line: 3, cells: ['', '', '张三', '二', '行内'] },
    ])
  })

  it('counts days as Excel does, from 1900 or 1904, and knows times', () => {
    expect(dateText(46069.75, false)).toBe('2026-02-16 18:00')
    expect(dateText(46069 - 1462, true)).toBe('2026-02-16')
    expect(dateText(0.75, false)).toBe('18:00')
  })

  it('ends after so many rows', () => {
    const rows = Array.from({ length: 50 }, (_, i) => `<row r="${i + 1}"><c><v>${i}</v></c></row>`).join('')
    expect(readXlsx(book(`<worksheet>${rows}</worksheet>`), 7)).toHaveLength(7)
  })
})

describe('a file that means harm', () => {
  it('is not unpacked beyond the limit, whatever sizes it states', () => {
    const bomb = Buffer.alloc(MAX_UNPACKED + 1, 0x20)
    expect(code(() => unzip(zip({ a: bomb }), () => true))).toBe('import.tooLarge')
    const half = Buffer.alloc(MAX_UNPACKED / 2 + 1, 0x20)
    expect(code(() => unzip(zip({ a: half, b: half }), () => true))).toBe('import.tooLarge')
    expect(unzip(zip({ a: half, b: half }), (name) => name === 'b').get('b')).toHaveLength(half.length)
  })

  it('has no document type, so no entities of its own', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    expect(code(() => [...tokens(laughs)])).toBe('import.notExcel')
    expect([...tokens('<x>&b;</x>')][1]!.value).toBe('&b;')
  })

  it.each([
    ['cut off', (file: Buffer) => file.subarray(0, 200)],
    ['with a broken part', (file: Buffer) => Buffer.from(file.map((byte, i) => (i > 80 && i < 120 ? 255 : byte)))],
    ['without a sheet', () => zip({ 'xl/other.xml': '' })],
    ['that points outside itself', (file: Buffer) => file.fill(0xff, file.length - 6, file.length - 2)],
  ])('%s is refused', (_, spoil) => {
    expect(code(() => readXlsx(spoil(book('<worksheet/>')), 10))).toBe('import.notExcel')
  })

  it('of a hundred thousand open tags is read in time', () => {
    expect(code(() => [...tokens('<a b="'.repeat(200_000))])).toBe('import.notExcel')
  })
})
