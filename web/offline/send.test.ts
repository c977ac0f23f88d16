import { describe, expect, it } from 'vitest'
import { Problem } from '../client/problem.ts'
import { sendAll, type Sending } from './send.ts'
import type { Deed } from './store.ts'

const deed = (seq: number, caseId = 'a', more: Partial<Deed> = {}) =>
  ({
    seq,
    caseId,
    key: `k${seq}`,
    operation: 'post',
    given: { params: {}, body: {} },
    files: [],
    ...more,
  }) as never as Deed
const refusal = (status: number, code = 'x') => new Problem({ status, code, detail: 'no' })

/** A device and a server that answers what `answers` says for a key, else yes; what was tried is told in order. */
function between(answers: Record<string, Problem | undefined> = {}) {
  const told: string[] = []
  const by: Sending = {
    ask: (_operation, given, { key }) => {
      told.push(key)
      const { body } = given as { body: { attachmentIds?: string[] } | File }
      if ('attachmentIds' in body) told.push(`with ${body.attachmentIds!.join()}`)
      return answers[key] ? Promise.reject(answers[key]) : Promise.resolve({ id: `id of ${key}` } as never)
    },
    put: (put) => Promise.resolve(told.push(put.refused ? `refused ${put.seq}` : `kept ${put.seq}`)),
    remove: (seq) => Promise.resolve(void told.push(`done ${seq}`)),
    sent: () => Promise.resolve(),
  }
  return { by, told, answers }
}

describe('sending what waits', () => {
  it('goes in the order in which it was done, and forgets only what the server has', async () => {
    const { by, told } = between()
    expect(await sendAll([deed(1), deed(2, 'b')], by)).toBe(false)
    expect(told).toEqual(['k1', 'done 1', 'k2', 'done 2'])
  })

  it('stops a case at a refusal, and that case only', async () => {
    const { by, told } = between({ k1: refusal(409) })
    expect(await sendAll([deed(1), deed(2), deed(3, 'b')], by)).toBe(false)
    expect(told).toEqual(['k1', 'refused 1', 'k3', 'done 3'])
    told.length = 0
    await sendAll([deed(1, 'a', { refused: { detail: 'no' } }), deed(2)], by)
    expect(told).toEqual([])
  })

  it.each([
    ['no network', refusal(0)],
    ['a server that is unwell', refusal(503)],
    ['too many at once', refusal(429)],
    ['the first of two still under way', refusal(409, 'idempotency.inProgress')],
  ])('keeps all and tries again after %s', async (_, problem) => {
    const { by, told } = between({ k1: problem })
    expect(await sendAll([deed(1), deed(2, 'b')], by)).toBe(true)
    expect(told).toEqual(['k1'])
  })

  it('sends files first, each under its own key, and not again once they have arrived', async () => {
    const file = (key: string) => ({ key, name: 'a.jpg', type: 'image/jpeg', bytes: new ArrayBuffer(1) })
    const one = deed(1, 'a', { files: [file('f1'), file('f2')] })
    const { by, told, answers } = between({ f2: refusal(0) })
    expect(await sendAll([one], by)).toBe(true)
    delete answers['f2']
    expect(await sendAll([one], by)).toBe(false)
    expect(told).toEqual(['f1', 'kept 1', 'f2', 'f2', 'kept 1', 'k1', 'with id of f1,id of f2', 'done 1'])
  })
})
