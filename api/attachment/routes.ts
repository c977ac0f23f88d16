import { z } from 'zod'
import { addAttachment, attachmentOf, contentOf } from '../../db/attachment/attach.ts'
import { mayRead } from '../../db/attachment/mayRead.ts'
import { fileNameOf } from '../../rules/attachment/fileName.ts'
import { looksLike, MEDIA_TYPES, type MediaType } from '../../rules/attachment/mediaType.ts'
import { refuse } from '../../rules/problem.ts'
import { zInstant } from '../http/instant.ts'
import { route, type Context } from '../http/route.ts'
import { byId } from '../http/shapes.ts'

const attachmentRow = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number().describe('bytes'),
    sha256: z.string(),
    sentById: z.string(),
    sentAt: zInstant,
    caseId: z.string().nullable(),
  })
  .meta({ id: 'Attachment' })

/** The name and the type that were sent, if the bytes are what they say. */
function checked({ headers, body }: Context<undefined, undefined, Buffer>) {
  const sent = (headers['content-type'] as string).split(';')[0]!.trim().toLowerCase() as MediaType
  const name = fileNameOf(headers['content-disposition'] as string | undefined)
  if (!name) return refuse('attachment.noName', { expected: "attachment; filename*=UTF-8''…" })
  if (!Buffer.isBuffer(body) || body.length === 0) return refuse('attachment.empty')
  if (!looksLike(sent, body)) refuse('attachment.notWhatItSays', { params: { mediaType: sent } })
  return { name, mediaType: sent, bytes: body }
}

const add = route({
  method: 'post',
  path: '/api/attachments',
  action: 'attachment.add',
  status: 201,
  summary: {
    zh: `上传附件（${Object.values(MEDIA_TYPES).join('、')}，不超过 10 MB）；文件名写在 Content-Disposition`,
    en: `Send a file (${Object.values(MEDIA_TYPES).join(', ')}, 10 MB at most); its name in Content-Disposition`,
  },
  body: 'file',
  response: attachmentRow,
  handle: (ctx) => {
    const file = checked(ctx)
    return ctx.write(
      (tx) => addAttachment(tx, { ...file, sentById: ctx.caller.personId }, ctx.now),
      (row) => ({ noun: 'attachment', id: row.id }),
    )
  },
})

/** A file that the caller may see. Refuses any other as one that isn't there. */
async function visible({ db, params, caller }: Context<{ id: string }, unknown, unknown>) {
  const found = await attachmentOf(db, params.id)
  if (!found || !(await mayRead(db, found, caller))) return refuse('attachment.unknown', { field: 'id' })
  return found
}

const about = route({
  method: 'get',
  path: '/api/attachments/:id',
  action: 'attachment.read',
  summary: { zh: '附件信息', en: 'What a file is' },
  params: byId,
  response: attachmentRow,
  handle: (ctx) => visible(ctx),
})

const content = route({
  method: 'get',
  path: '/api/attachments/:id/content',
  action: 'attachment.read',
  summary: { zh: '下载附件', en: 'A file itself' },
  params: byId,
  response: 'file',
  handle: async (ctx) => {
    const { sha256, mediaType, name } = await visible(ctx)
    return { bytes: await contentOf(ctx.db, sha256), mediaType, name }
  },
})

export const attachmentRoutes = [add, about, content]
