import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { HISTORIES } from '../support/history.ts'
import * as stories from '../../workflows/stories.ts'

const files = readdirSync(HISTORIES).filter((name) => name.endsWith('.json'))
const workflowBundle = await bundleWorkflowCode({
  workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
  logger: new DefaultLogger('WARN'),
})

describe('stored histories replay', () => {
  it('has one of each procedure', () => {
    expect([...new Set(files.map((name) => name.split('@')[0]))].sort()).toEqual(Object.keys(stories).sort())
  })

  it.each(files)('%s', async (name) => {
    const history = historyFromJSON(JSON.parse(readFileSync(`${HISTORIES}${name}`, 'utf8')))
    await Worker.runReplayHistory({ workflowBundle }, history)
  })
})
