import { eq } from 'drizzle-orm'
import { refuse } from '../../rules/problem.ts'
import { findOpen, type Found } from '../case/keep.ts'
import { incidents } from '../schema/incident.ts'
import type { Tx } from '../client.ts'

export type Incident = typeof incidents.$inferSelect

/** Who takes a step, and whether they may do so in the first knower's name. */
export interface Actor {
  byId: string
  actsFor: boolean
}

/** What an incident is about. Refuses an unknown one. */
export async function incidentOf(tx: Tx, caseId: string): Promise<Incident> {
  const [row] = await tx.select().from(incidents).where(eq(incidents.caseId, caseId))
  return row ?? refuse('case.unknown', { field: 'id' })
}

/** Refuses whoever is neither the first to know, nor recorded it, nor may act for them. */
export function checkActor(incident: Incident, { byId, actsFor }: Actor): void {
  if (!actsFor && byId !== incident.knowerId && byId !== incident.recorderId) refuse('incident.notYours')
}

/** Locks an open incident for a step of its first knower's. */
export async function findIncident(tx: Tx, caseId: string, actor: Actor): Promise<Found & { incident: Incident }> {
  const found = await findOpen(tx, 'incident', caseId)
  const incident = await incidentOf(tx, caseId)
  checkActor(incident, actor)
  return { ...found, incident }
}
