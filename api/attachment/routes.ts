import { z } from 'zod'
import { addAttachment, attachmentOf, attachTo, contentOf, filesOf } from '../../db/attachment/attach.ts'
import { mayRead, mayReadFilesOf } from '../../db/attachment/mayRead.ts'
import { MEDIA_TYPES } from '../../rules/attachment/mediaType.ts'
import { PURPOSES } from '../../rules/attachment/purpose.ts'
import { refuse } from '../../rules/problem.ts'
import { zInstant } from '../http/instant.ts'
import { route, type Context } from '../http/route.ts'
import { byId, zId } from '../http/shapes.ts'
import { checked } from './checked.ts'

const attachmentRow = z
  .object({
    id: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number().describe('bytes'),
    sha256: z.string(),
    sentById: z.string().nullable().describe('null: by somebody at the customer, with a fault they reported'),
    sentAt: zInstant,
    caseId: z.string().nullable(),
    purpose: z.enum(PURPOSES).nullable(),
    takenAt: zInstant.nullable(),
  })
  .meta({ id: 'Attachment' })

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

const files = z.object({ items: z.array(attachmentRow) })

const ofCase = route({
  method: 'get',
  path: '/api/cases/:id/attachments',
  action: 'attachment.read',
  summary: { zh: '事项的附件', en: 'The files of a case' },
  params: byId,
  response: files,
  handle: async ({ db, params, caller }) => {
    if (!(await mayReadFilesOf(db, params.id, caller))) return refuse('case.unknown', { field: 'id' })
    return { items: await filesOf(db, params.id) }
  },
})

const put = route({
  method: 'post',
  path: '/api/cases/:id/attachments',
  action: 'attachment.add',
  summary: { zh: '把已上传的文件归入事项', en: 'Put files that were sent to a case' },
  params: byId,
  body: z.object({
    attachmentIds: z.array(zId).min(1).max(20),
    purpose: z.enum(PURPOSES).exclude(['signature', 'fault']),
    takenAt: zInstant.optional(),
  }),
  response: files,
  handle: ({ write, params, body, caller, now }) =>
    write(
      async (tx) => {
        if (!(await mayReadFilesOf(tx, params.id, caller))) return refuse('case.unknown', { field: 'id' })
        const { attachmentIds: ids, purpose, takenAt } = body
        if (takenAt !== undefined && takenAt > now) refuse('fact.future', { field: 'takenAt' })
        const given = { caseId: params.id, ids, byId: caller.personId, field: 'attachmentIds' }
        await attachTo(tx, { ...given, purpose, takenAt })
        return { items: await filesOf(tx, params.id) }
      },
      () => ({ noun: 'case', id: params.id }),
    ),
})

export const attachmentRoutes = [add, about, content, ofCase, put]
