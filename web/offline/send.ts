import type { Answer, Given, Operation } from '../client/ask.ts'
import { isProblem, type Problem } from '../client/problem.ts'
import type { Deed } from './store.ts'

export interface Sending {
  ask<O extends Operation>(operation: O, given: Given<O>, how: { key: string }): Promise<Answer<O>>
  put(deed: Deed): Promise<unknown>
  remove(seq: number): Promise<void>
  /** Called when the server has a deed, before the device forgets it. */
  sent(deed: Deed): Promise<void>
}

/**
 * Sends what waits, in the order in which it was done. A refusal stops its case only: what was done after it there may
 * rest on it. Returns whether something still has to be tried again because it did not get through.
 */
export async function sendAll(deeds: readonly Deed[], by: Sending): Promise<boolean> {
  const stopped = new Set<string>()
  for (const deed of deeds) {
    if (deed.refused) stopped.add(deed.caseId)
    if (stopped.has(deed.caseId)) continue
    try {
      await sendOne(deed, by)
    } catch (error) {
      if (!isProblem(error) || mayPass(error)) return true
      await by.put({ ...deed, refused: { detail: error.message, clause: error.clause } })
      stopped.add(deed.caseId)
    }
  }
  return false
}

async function sendOne(deed: Deed, { ask, put, remove, sent }: Sending): Promise<void> {
  for (const file of deed.files) {
    if (file.id !== undefined) continue
    const body = new File([file.bytes], file.name, { type: file.type })
    file.id = (await ask('post /api/attachments', { body }, { key: file.key })).id
    await put(deed)
  }
  const attachmentIds = deed.files.map(({ id }) => id!)
  const { params, body } = deed.given
  const given = { params, body: attachmentIds.length > 0 ? { ...body, attachmentIds } : body }
  await ask(deed.operation, given as never, { key: deed.key })
  await sent(deed)
  await remove(deed.seq)
}

/** Whether the same request may get another answer later: lost on its way, too many at once, the server unwell. */
const mayPass = ({ status, code }: Problem) =>
  [0, 401, 408, 429].includes(status) || status >= 500 || code === 'idempotency.inProgress'
