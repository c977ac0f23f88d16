import { Worker } from 'node:worker_threads'
import { makeWorkbook, type Sheet } from './makeWorkbook.ts'

/** Rows that are made where they are asked for; as many hold up everybody else for less than a thread takes to start. */
const AT_ONCE = 200

/** The thread as it was built: beside the one file that the API is built to, or seen from this one. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? '../../dist/workbook.mjs' : './workbook.mjs', import.meta.url)

/**
 * A workbook of one or more sheets, each with its headings on top and held there. A long one is made in a thread of its
 * own, so that promises fall due and others are answered in the meantime.
 */
export function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0)
  return rows <= AT_ONCE ? makeWorkbook(sheets) : apart(sheets)
}

const apart = (sheets: readonly Sheet[]) =>
  new Promise<Buffer>((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: sheets })
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)))
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread that makes workbooks ended with ${code}`)))
  })
