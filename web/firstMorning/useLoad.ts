import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { ask, type Answer, type Given } from '../client/ask.ts'
import { save } from '../client/save.ts'
import { tableOf } from '../client/table.ts'
import { refresh } from '../client/useAsk.ts'

type Preview = Answer<'post /api/import/{kind}/preview'>
export type Kind = Given<'post /api/import/{kind}'>['params']['kind']

/** A list on its way in: chosen, tried out, loaded. */
export function useLoad(kind: Kind) {
  const queries = useQueryClient()
  const [file, setFile] = useState<File>()
  const [preview, setPreview] = useState<Preview>()
  const [rejects, setRejects] = useState<Blob>()
  const [written, setWritten] = useState<number>()
  const [failed, setFailed] = useState<unknown>()
  const [busy, setBusy] = useState(false)

  async function attempt(work: () => Promise<void>) {
    setBusy(true)
    setFailed(undefined)
    await work().catch(setFailed)
    setBusy(false)
  }
  const choose = (chosen: File) =>
    attempt(async () => {
      const body = tableOf(chosen)
      setFile(body)
      for (const forget of [setPreview, setRejects, setWritten]) forget(undefined)
      const found = await ask('post /api/import/{kind}/preview', { params: { kind }, body })
      setPreview(found)
      // Once the right rows are in, trying again would tell something else, so the wrong ones are fetched before.
      if (found.wrong > 0) setRejects(await ask('post /api/import/{kind}/rejects', { params: { kind }, body }))
    })
  const load = () =>
    attempt(async () => {
      const query = { partial: 'true' }
      const done = await ask('post /api/import/{kind}', { params: { kind }, query, body: file! })
      setWritten(done.written)
      await refresh(queries)
    })
  const template = () => attempt(async () => save(await ask('get /api/import/{kind}/template', { params: { kind } })))
  /** Every row of the file with what is wrong with it. */
  const checked = () =>
    ask('post /api/import/{kind}/rejects', { params: { kind }, query: { all: 'true' }, body: file! })
  return { preview, checked, written, failed, busy, choose, load, template, rejects: rejects && (() => save(rejects)) }
}
