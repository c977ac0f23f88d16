import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { MediaType } from '../../rules/attachment/mediaType.ts'
import { HOUR, type Instant } from '../../rules/instant.ts'
import { numberOf } from '../../rules/policy/parameter.ts'
import { refuse } from '../../rules/problem.ts'
import { addAttachment } from '../attachment/attach.ts'
import type { Tx } from '../client.ts'
import { termsFor } from '../policy/terms.ts'
import { attachment } from '../schema/attachment.ts'
import { cases } from '../schema/case.ts'
import { faultReport } from '../schema/equipment.ts'

/** House rule: a phone with a bad network may go on sending its photos for so long after the report. */
const OPEN_FOR = HOUR

export interface FaultPhoto {
  /** Of the report, made by the reporter's device: who knows it has just reported the fault. */
  reportId: string
  name: string
  mediaType: MediaType
  bytes: Buffer
}

/**
 * Puts a photo to the case of a fault that was just reported; sent twice it is one. Returns the photo's id.
 * @throws Refusal `fault.unknownReport`, also where the report is older than an hour; `fault.notAPhoto`, `fault.tooManyPhotos`
 */
export async function addFaultPhoto(tx: Tx, given: FaultPhoto, now: Instant): Promise<{ id: string; caseId: string }> {
  const { reportId, ...file } = given
  if (!file.mediaType.startsWith('image/')) refuse('fault.notAPhoto')
  // Locked, so that photos which arrive at once are counted one after the other.
  const [report] = await tx.select().from(faultReport).where(eq(faultReport.id, reportId)).for('update')
  if (!report || now - report.reportedAt > OPEN_FOR) return refuse('fault.unknownReport')
  const { caseId } = report
  const sent = await tx.select().from(attachment).where(eq(attachment.faultReportId, reportId))
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const before = sent.find((one) => one.sha256 === sha256)
  if (before) return { id: before.id, caseId }
  const most = numberOf(await termsFor(tx, { topic: 'house', at: now }), 'equipment.photosPerReport')
  if (sent.length >= most) refuse('fault.tooManyPhotos', { params: { most } })
  const [held] = await tx.select({ sample: cases.sample }).from(cases).where(eq(cases.id, caseId))
  const photo = { ...file, sentById: null, faultReportId: reportId, caseId, purpose: 'fault' as const }
  const { id } = await addAttachment(tx, { ...photo, sample: held!.sample }, now)
  return { id, caseId }
}
