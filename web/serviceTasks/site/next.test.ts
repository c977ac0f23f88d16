import { describe, expect, it } from 'vitest'
import { nextOf } from './next.ts'

const row = (promise: string, work = 'done', round = 1, reason: string | null = null) => ({
  promise,
  work,
  round,
  reason,
})
const PLANNED = ['sign', 'assign', 'accept', 'confirmSite', 'solve', 'prepare', 'appoint', 'plan', 'approvePlan']
const away = (obligations: ReturnType<typeof row>[], queued: string[] = [], more = {}) =>
  nextOf({ obligations, remote: false, extra: false, queued: new Set(queued), ...more })
const setOut = [...PLANNED.map((promise) => row(promise)), row('complete', 'open'), row('depart', 'open')]

describe('what comes next at the site', () => {
  it('is what the server waits for', () => {
    expect(away(setOut)).toEqual(['depart'])
  })

  it('goes on without network: a day’s work in order, on what is only kept on the device', () => {
    const day: string[] = []
    for (let next = away(setOut); next[0] && next[0] !== 'agreeReturn'; next = away(setOut, day)) day.push(next[0])
    expect(day).toEqual(['depart', 'arrive', 'callOnArrival', 'complete', 'record', 'rate', 'planReturn'])
    expect(away(setOut, day)).toEqual(['agreeReturn'])
  })

  it('is no trip for a remote task, and only its own few steps for one added on site [S0-A-3.15]', () => {
    const remote = [...PLANNED.map((promise) => row(promise)), row('complete', 'open'), row('record', 'open')]
    expect(away(remote, ['complete', 'record'], { remote: true })).toEqual(['rate'])
    expect(away(remote, ['complete', 'record', 'rate'], { remote: true })).toEqual([])
    expect(away([row('solve', 'open')], ['solve'], { extra: true })).toEqual(['complete', 'record'])
  })

  it('waits for the issuer once the site was found to differ, and goes on from there in the next round', () => {
    const back = [row('sign', 'done', 2), row('confirmSite', 'released', 1, 'superseded'), row('clarify', 'open', 2)]
    expect(away([...back, row('assign', 'done', 2), row('accept', 'done', 2)])).toEqual(['clarify'])
    const clarified = [row('clarify', 'done', 2), row('confirmSite', 'open', 2)]
    expect(away([...back.slice(0, 2), row('assign', 'done', 2), row('accept', 'done', 2), ...clarified])).toEqual([
      'confirmSite',
    ])
  })
})
