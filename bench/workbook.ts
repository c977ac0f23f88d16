import { makeWorkbook } from '../api/export/makeWorkbook.ts'
import { workbook } from '../api/export/workbook.ts'
import type { Line } from './measure.ts'

const WIDTH = 10

/** A list of so many rows as an Excel file, in the thread of its own that long ones get and without: how long others wait meanwhile. */
export async function workbooks(rows: number): Promise<Line[]> {
  const cells = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: WIDTH }, (_, column) => `第 ${row} 行，第 ${column} 列的内容`),
  )
  const headings = cells[0]!.map((_, i) => ({ label: `第 ${i} 列`, width: 20 }))
  const sheets = [{ name: '清单', headings, rows: cells }]
  const lines: Line[] = []
  for (const [what, make] of [
    ['where it is asked for', makeWorkbook],
    ['in a thread of its own', workbook],
  ] as const) {
    const { ms, waitedMs } = await waiting(() => make(sheets))
    const value = `${Math.round(ms)} ms, others wait ${Math.round(waitedMs)} ms at most`
    lines.push({ what: `an Excel file of ${rows.toLocaleString('en')} rows, made ${what}`, value })
  }
  return lines
}

/** How long something takes, and how long nobody else had their turn in that time, in ms. */
async function waiting(work: () => Promise<unknown>): Promise<{ ms: number; waitedMs: number }> {
  const began = performance.now()
  let [last, waitedMs] = [began, 0]
  const turn = () => {
    const now = performance.now()
    waitedMs = Math.max(waitedMs, now - last)
    last = now
  }
  const turns = setInterval(turn, 1)
  await work()
  const ms = performance.now() - began
  turn()
  clearInterval(turns)
  return { ms, waitedMs }
}
