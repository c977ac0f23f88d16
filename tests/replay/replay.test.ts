import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { Worker } from '@temporalio/worker'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { WORKFLOWS } from '../../scripts/programs.ts'
import { HISTORIES } from '../support/history.ts'
import * as stories from '../../workflows/stories.ts'

const files = readdirSync(HISTORIES).filter((name) => name.endsWith('.json'))
const workflowBundle = { codePath: WORKFLOWS }

describe('stored histories replay', () => {
  it('has one of each procedure', () => {
    expect([...new Set(files.map((name) => name.split('@')[0]))].sort()).toEqual(Object.keys(stories).sort())
  })

  it.each(files)('%s', async (name) => {
    const history = historyFromJSON(JSON.parse(readFileSync(`${HISTORIES}${name}`, 'utf8')))
    await Worker.runReplayHistory({ workflowBundle }, history)
  })
})
