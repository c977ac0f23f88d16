import { create, type Font } from 'fontkit'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import { printable } from '../assessment/text.ts'

const fontFile = (weight: string) =>
  fileURLToPath(new URL(`../fonts/NotoSansHans-${weight}.otf`, import.meta.resolve('@embedpdf/fonts-sc')))
const fontFiles = { normal: fontFile('Regular'), bold: fontFile('Bold') }

let glyphs: Font | undefined

/** A text the font can print: a character it lacks stands as its code point, so that nobody's name is left blank. */
export function drawable(text: string): string {
  glyphs ??= create(readFileSync(fontFiles.normal)) as Font
  const font = glyphs
  return [...printable(text)]
    .map((char) => {
      const point = char.codePointAt(0)!
      return char === '\n' || font.hasGlyphForCodePoint(point) ? char : `〔U+${point.toString(16).toUpperCase()}〕`
    })
    .join('')
}

/** A document as PDF, in Chinese letters, reading nothing but its fonts: no address and no other file of this machine. */
export function pdfOf(definition: TDocumentDefinitions): Promise<Buffer> {
  pdfmake.setFonts({ Noto: fontFiles })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path: string) => Object.values(fontFiles).includes(path))
  return pdfmake.createPdf(definition).getBuffer()
}
