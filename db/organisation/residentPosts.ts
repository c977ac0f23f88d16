import { and, asc, eq, gt, gte, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Instant } from '../../rules/instant.ts'
import { liesWithin, mostAtOnce } from '../../rules/organisation/residentPost.ts'
import { refuse } from '../../rules/problem.ts'
import type { Side } from '../../rules/sample/sample.ts'
import type { Db, Tx } from '../client.ts'
import { newId } from '../id.ts'
import { onSide } from '../sample/side.ts'
import { project } from '../schema/customer.ts'
import { residentPost, residentPostHolder } from '../schema/residentPost.ts'

export interface PostInput {
  projectId: string
  title: string
  /** What the customer needs the post for (S4-K-5). */
  need: string
  duties: string[]
  permissions: string[]
  places?: number
  fromAt: Instant
  toAt?: Instant | null
}

/** Sets up a post at a project's site. */
export async function createPost(tx: Tx, input: PostInput) {
  const [row] = await tx
    .insert(residentPost)
    .values({ id: newId(), ...input })
    .returning()
  return { ...row!, holders: [] }
}

/**
 * Changes what is given. Ending a post ends its holders' time there at the same instant. @throws Refusal
 * `residentPost.notFound`, `residentPost.full` where more hold it than places are left
 */
export async function editPost(tx: Tx, id: string, change: Partial<Omit<PostInput, 'projectId'>>) {
  await lock(tx, id)
  const [row] = await tx.update(residentPost).set(change).where(eq(residentPost.id, id)).returning()
  const { toAt } = row!
  const still = or(isNull(residentPostHolder.toAt), gt(residentPostHolder.toAt, toAt ?? 0))
  // Whoever would have begun after the end never comes; a period can't end before it begins.
  if (toAt !== null) {
    const own = eq(residentPostHolder.postId, id)
    await tx.delete(residentPostHolder).where(and(own, gte(residentPostHolder.fromAt, toAt)))
    await tx.update(residentPostHolder).set({ toAt }).where(and(own, still))
  }
  const holders = await holdersOf(tx, [id])
  if (mostAtOnce(holders) > row!.places) refuse('residentPost.full', { field: 'places' })
  return { ...row!, holders }
}

export interface HolderInput {
  postId: string
  personId: string
  fromAt: Instant
  toAt?: Instant | null
}

/** Puts somebody on a post, within its time and its places. @throws Refusal */
export async function appoint(tx: Tx, input: HolderInput) {
  const post = await lock(tx, input.postId)
  const { fromAt, toAt = null } = input
  const end = toAt ?? post.toAt
  if (!liesWithin(post, { fromAt, toAt: end })) refuse('residentPost.outside', { field: 'fromAt' })
  const [row] = await tx
    .insert(residentPostHolder)
    .values({ id: newId(), ...input, toAt: end })
    .returning()
  if (mostAtOnce(await holdersOf(tx, [post.id])) > post.places) refuse('residentPost.full', { field: 'personId' })
  return row!
}

/** Says when somebody leaves the post. @throws Refusal `residentPost.notFound` */
export async function endAppointment(tx: Tx, id: string, toAt: Instant) {
  const [row] = await tx.update(residentPostHolder).set({ toAt }).where(eq(residentPostHolder.id, id)).returning()
  return row ?? refuse('residentPost.notFound')
}

/** Posts with everybody who ever held them, in the order they were set up; `at` leaves out those that ended by then. */
export async function listPosts(
  db: Db | Tx,
  { projectId, at, side }: { projectId?: string; at?: Instant; side: Side },
) {
  const rows = await db
    .select()
    .from(residentPost)
    .where(
      and(
        inArray(
          residentPost.projectId,
          db.select({ id: project.id }).from(project).where(onSide(project.sample, side)),
        ),
        projectId ? eq(residentPost.projectId, projectId) : undefined,
        at === undefined ? undefined : or(isNull(residentPost.toAt), gt(residentPost.toAt, at)),
      ),
    )
    .orderBy(asc(residentPost.id))
  const holders = await holdersOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, holders: holders.filter((one) => one.postId === row.id) }))
}

async function lock(tx: Tx, id: string) {
  const [row] = await tx.select().from(residentPost).where(eq(residentPost.id, id)).for('update')
  return row ?? refuse('residentPost.notFound')
}

function holdersOf(tx: Db | Tx, postIds: string[]) {
  return tx
    .select()
    .from(residentPostHolder)
    .where(sql`${residentPostHolder.postId} = any(${sql.param(postIds)}::text[])`)
    .orderBy(asc(residentPostHolder.fromAt), asc(residentPostHolder.id))
}
