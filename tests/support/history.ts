import type { Client } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Closed histories of each workflow, of each released version: `<kind>@<version>.json`. */
export const HISTORIES = fileURLToPath(new URL('../replay/histories/', import.meta.url))

/** With `SHOUYUE_KEEP_HISTORIES=1`, keeps the history of a closed workflow as the one of this version. */
export async function keepHistory(client: Client, kind: string, caseId: string): Promise<void> {
  if (process.env['SHOUYUE_KEEP_HISTORIES'] !== '1') return
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  const history = await client.workflow.getHandle(caseId).fetchHistory()
  mkdirSync(HISTORIES, { recursive: true })
  // Who ran it (process and machine) is nothing a replay looks at.
  const text = historyToJSON(history).replace(/"identity": "[^"]*"/g, '"identity": "shouyue"')
  writeFileSync(`${HISTORIES}${kind}@${version}.json`, `${text}\n`)
}
