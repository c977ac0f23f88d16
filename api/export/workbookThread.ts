import { parentPort, workerData } from 'node:worker_threads'
import { makeWorkbook, type Sheet } from './makeWorkbook.ts'

// One workbook, then the thread ends.
parentPort!.postMessage(await makeWorkbook(workerData as readonly Sheet[]))
