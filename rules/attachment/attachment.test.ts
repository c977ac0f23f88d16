import { describe, expect, it } from 'vitest'
import { contentDisposition, fileNameOf } from './fileName.ts'
import { looksLike, type MediaType } from './mediaType.ts'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('what a file is', () => {
  it.each<[MediaType, string]>([
    ['application/pdf', '%PDF-1.7 rest'],
    ['image/png', '\x89PNG\r\n\x1a\n rest'],
    ['image/jpeg', '\xff\xd8\xff\xe0 rest'],
    [DOCX, 'PK\x03\x04 [Content_Types].xml then word/document.xml'],
  ])('%s begins as it says', (type, content) => {
    expect(looksLike(type, bytes(content))).toBe(true)
    expect(looksLike(type, bytes(content.slice(1)))).toBe(false)
    expect(looksLike(type, bytes(content.replace(content[1]!, '?')))).toBe(false)
    expect(looksLike(type, bytes(''))).toBe(false)
  })

  it('is no Word document for being a zip', () => {
    expect(looksLike(DOCX, bytes('PK\x03\x04 [Content_Types].xml xl/workbook.xml'))).toBe(false)
    expect(looksLike(DOCX, bytes('PK\x03\x04 word/document.xml'))).toBe(false)
  })
})

describe('what a file is called', () => {
  it('comes through in Chinese and out again the same', () => {
    const header = contentDisposition('资质证书（复印件）*1.pdf')
    expect(header).toMatch(/^[\x20-\x7e]+$/)
    expect(header).not.toContain('*1')
    expect(fileNameOf(header)).toBe('资质证书（复印件）*1.pdf')
  })

  it.each([
    ['attachment; filename="a \\"b\\".pdf"', 'a "b".pdf'],
    ['attachment; filename=a.pdf', 'a.pdf'],
    ["attachment; filename=a.pdf; filename*=UTF-8''b.pdf", 'b.pdf'],
    ["attachment; filename*=UTF-8''..%2F..%2Fetc%2Fpasswd", 'passwd'],
    ["attachment; filename*=UTF-8''cv%E2%80%AEfdp.exe", 'cvfdp.exe'],
    ["attachment; filename*=UTF-8''%ff", undefined],
    ['attachment; filename=".."', undefined],
    ['attachment', undefined],
    [undefined, undefined],
    ['', undefined],
    ['filename=a.pdf', 'a.pdf'],
    ['FileName="a.pdf"', 'a.pdf'],
    ["filename*=utf-8'zh-CN'%E8%AF%81.pdf", '证.pdf'],
    ["attachment;filename* = UTF-8''b.pdf", 'b.pdf'],
    ["attachment;  filename* =  UTF-8''b.pdf", 'b.pdf'],
    ['attachment;  filename  =  a.pdf', 'a.pdf'],
    ['attachment; xfilename=a.pdf', undefined],
    ["attachment; xfilename*=UTF-8''b.pdf", undefined],
    ['attachment; filename="C:\\\\scans\\\\ a.pdf "', 'a.pdf'],
    ['attachment; filename="a; b.pdf"', 'a; b.pdf'],
    ['attachment; filename="."', undefined],
    ['attachment; filename="  "', undefined],
  ])('%s → %s', (header, name) => expect(fileNameOf(header)).toBe(name))

  it('keeps its ending when it is too long', () => {
    const name = (length: number) => fileNameOf(`attachment; filename=${'x'.repeat(length - 4)}.pdf`)
    expect(name(120)).toBe(`${'x'.repeat(116)}.pdf`)
    expect(name(121)).toBe(`${'x'.repeat(99)}…${'x'.repeat(16)}.pdf`)
    expect(name(300)).toBe(name(121))
  })

  it('is written in the header octet by octet; half a character is left out', () => {
    expect(contentDisposition("资*(1)'.pdf")).toBe("attachment; filename*=UTF-8''%E8%B5%84%2A%281%29%27.pdf")
    expect(contentDisposition('a\ud83d\ude00b')).toBe("attachment; filename*=UTF-8''a%F0%9F%98%80b")
    expect(contentDisposition('a\ud83db\ude00c\ude00\ud83d')).toBe("attachment; filename*=UTF-8''abc")
  })
})
