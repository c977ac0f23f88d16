import { z } from 'zod'
import { titlesOf } from '../../db/case/titles.ts'
import { wordsOf } from '../../db/notification/words.ts'
import { copies, donePromises } from '../../db/workplace/done.ts'
import { obligationRow, showObligation } from '../case/shapes.ts'
import { placeOf } from '../../rules/notification/place.ts'
import { zInstant } from '../http/instant.ts'
import { afterKey, page, pageOf, pageQuery } from '../http/page.ts'
import { route } from '../http/route.ts'

/** What I did: `GET /api/obligations/done`. */
export const done = route({
  method: 'get',
  path: '/api/obligations/done',
  action: 'obligation.read',
  summary: { zh: '我的已办，最近的在前', en: 'What I did, the latest first' },
  query: z.object(pageQuery),
  response: page(obligationRow.extend({ about: z.string().nullable() })),
  handle: async ({ db, caller, query: { cursor, limit } }) => {
    const rows = await donePromises(db, caller.personId, afterKey(cursor, 'number', 'string'), limit + 1)
    const { items, next } = pageOf(rows, limit, ({ obligation }) => [obligation.settledAt!, obligation.id])
    const titles = await titlesOf(
      db,
      items.map(({ obligation }) => obligation.caseId),
    )
    const shown = items.map(({ obligation, kind }) => ({
      ...showObligation(obligation, kind),
      about: titles.get(obligation.caseId) ?? null,
    }))
    return { items: shown, next }
  },
})

/** What I was told of and owe nothing in: `GET /api/copies`. */
export const copied = route({
  method: 'get',
  path: '/api/copies',
  action: 'notification.own',
  summary: { zh: '抄送我的事项，最近通知的在前', en: 'Cases copied to me, the latest told first' },
  query: z.object(pageQuery),
  response: page(
    z.object({
      id: z.string(),
      caseId: z.string(),
      place: z.string().describe('the page of what the latest notice speaks of, as a path'),
      about: z.string().nullable(),
      title: z.string(),
      body: z.string(),
      createdAt: zInstant,
      notices: z.number(),
    }),
  ),
  handle: async ({ db, caller, language, query: { cursor, limit } }) => {
    const rows = await copies(db, caller, afterKey(cursor, 'number', 'string'), limit + 1)
    const { items, next } = pageOf(rows, limit, ({ notice }) => [notice.createdAt, notice.id])
    const notices = items.map(({ notice }) => notice)
    const [words, titles] = await Promise.all([
      wordsOf(db, notices),
      titlesOf(
        db,
        notices.map(({ caseId }) => caseId!),
      ),
    ])
    const shown = items.map(({ notice, n }) => {
      const { id, caseId, createdAt } = notice
      const { title, body } = words.get(id)!
      const about = titles.get(caseId!) ?? null
      const place = placeOf(notice) ?? `/cases/${caseId}`
      return { id, caseId: caseId!, place, about, title: title[language], body: body[language], createdAt, notices: n }
    })
    return { items: shown, next }
  },
})
