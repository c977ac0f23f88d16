import type { Text } from '../text.ts'

const EN = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const ZH = '零一二三四五六七八九'

const SUFFIXES: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd' }

/** A day's number in words: 9 is 第九日 and "ninth day". Numbers past twelve are written in figures in English. */
export function dayText(n: number): Text {
  return { zh: `第${chinese(n)}日`, en: `${EN[n] ?? inFigures(n)} day` }
}

/** 13th, 21st, 112th. */
function inFigures(n: number): string {
  const teen = Math.floor(n / 10) % 10 === 1
  return `${n}${(!teen && SUFFIXES[n % 10]) || 'th'}`
}

/** Chinese numerals below one hundred; figures above. */
function chinese(n: number): string {
  if (n >= 100) return String(n)
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const last = ones === 0 && tens > 0 ? '' : ZH[ones]!
  return `${tens > 1 ? ZH[tens] : ''}${tens > 0 ? '十' : ''}${last}`
}
