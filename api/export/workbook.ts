import { Worker } from 'node:worker_threads'
import { makeWorkbook, type Sheet } from './makeWorkbook.ts'

/** Rows that are made where they are asked for; as many hold up everybody else for less than a thread takes to start. */
const AT_ONCE = 200

/** The thread's file: beside the one file that the API is built to, or, where the sources themselves run, one of them. */
const BUILT = new URL('./workbook.mjs', import.meta.url)
const SOURCE = new URL('./workbookThread.ts', import.meta.url).href
const READ_SOURCE = `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(SOURCE)})))`
const startThread = (workerData: readonly Sheet[]) =>
  import.meta.url.endsWith('.ts')
    ? new Worker(READ_SOURCE, { eval: true, workerData })
    : new Worker(BUILT, { workerData })

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
    const thread = startThread(sheets)
    thread.once('message', (bytes: Uint8Array) => resolve(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)))
    thread.once('error', reject)
    thread.once('exit', (code) => reject(new Error(`the thread that makes workbooks ended with ${code}`)))
  })
