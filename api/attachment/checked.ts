import { fileNameOf } from '../../rules/attachment/fileName.ts'
import { looksLike, type MediaType } from '../../rules/attachment/mediaType.ts'
import { refuse } from '../../rules/problem.ts'
import type { Context } from '../http/route.ts'

/** The name and the type that were sent with a file, if its bytes are what they say. @throws Refusal */
export function checked({ headers, body }: Pick<Context<unknown, unknown, Buffer>, 'headers' | 'body'>) {
  const sent = (headers['content-type'] as string).split(';')[0]!.trim().toLowerCase() as MediaType
  const name = fileNameOf(headers['content-disposition'] as string | undefined)
  if (!name) return refuse('attachment.noName', { expected: "attachment; filename*=UTF-8''…" })
  if (!Buffer.isBuffer(body) || body.length === 0) return refuse('attachment.empty')
  if (!looksLike(sent, body)) refuse('attachment.notWhatItSays', { params: { mediaType: sent } })
  return { name, mediaType: sent, bytes: body }
}
