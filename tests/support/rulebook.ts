import { and, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { Db } from '../../db/client.ts'
import { cases, obligations } from '../../db/schema/case.ts'
import type { Instant } from '../../rules/instant.ts'
import { testApi } from './api.ts'
import { department } from './department.ts'

export interface Who {
  token: string
  personId: string
}

export const agreed = { approved: true, reason: '同意' }

/** What asks for a change of a rulebook. */
export const amendment = (rulebookId: string, values: object = {}) => ({
  rulebookId,
  kind: 'amendment',
  values,
  note: '回电时限缩短',
  reference: 'CL-2026-014',
})

/** Everybody who signs, publicises or reads rulebooks, signed in over HTTP, and their steps. */
export async function rulebookTeam(db: Db, clock: () => Instant) {
  await department(db, {})
  const api = await testApi(db, { clock })
  const team = {
    centreGm: await api.signedIn(['centreGm']),
    deputy: await api.signedIn(['centreDeputyGm']),
    gm: await api.signedIn(['companyGm']),
    director: await api.signedIn(['serviceDirector']),
    sales: await api.signedIn(['salesManager']),
    finance: await api.signedIn(['finance']),
    hr: await api.signedIn(['hrSpecialist']),
    north: await api.signedIn(['regionalManager']),
    south: await api.signedIn(['regionalManager']),
    engineer: await api.signedIn(['engineer']),
  }
  const post = (who: Who, path: string, body: unknown = {}) => api.ask('post', path, { as: who.token, body })
  const get = async (who: Who, path: string) => (await api.ask('get', path, { as: who.token })).body

  /** A draft, submitted; its path. */
  async function submitted(author: Who, body: object) {
    const { status, body: made } = await post(author, '/api/rulebook-drafts', body)
    expect(status).toBe(201)
    const path = `/api/rulebook-drafts/${made.caseId}`
    expect((await post(author, `${path}/submission`)).status).toBe(200)
    return { path, caseId: made.caseId as string }
  }

  /** Submitted by HR, reviewed by the deputy, approved by whoever is named. */
  async function approved(body: object, by: Who = team.gm) {
    const { path, caseId } = await submitted(team.hr, body)
    expect((await post(team.deputy, `${path}/review`, agreed)).status).toBe(200)
    expect((await post(by, `${path}/approval`, agreed)).status).toBe(200)
    return { path, caseId }
  }

  const promises = (caseId: string, promise: string) =>
    db
      .select()
      .from(obligations)
      .where(and(eq(obligations.caseId, caseId), eq(obligations.promise, promise)))
  const stateOf = async (caseId: string) => (await db.select().from(cases).where(eq(cases.id, caseId)))[0]!.state

  return { api, team, post, get, submitted, approved, promises, stateOf }
}
