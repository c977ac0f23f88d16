import type { z } from 'zod'
import type { Db, Tx } from '../../db/client.ts'
import type { Instant } from '../../rules/instant.ts'
import type { Action, Grant, Scope } from '../../rules/permissions.ts'
import type { Language, Text } from '../../rules/text.ts'
import type { Door } from './guard.ts'
import type { Services } from './services.ts'

/** Who is asking, as of now: the grants include those of roles the caller stands in for. */
export interface Caller {
  userId: string
  personId: string
  sessionId: string
  grants: readonly Grant[]
}

/** The record a write is about, for the audit log. */
export interface Subject {
  noun: string
  id: string
  /** Ids, kinds, counts and instants only. */
  detail?: Record<string, unknown>
}

export interface Context<P = unknown, Q = unknown, B = unknown> {
  params: P
  query: Q
  body: B
  /** Refuses with `caller.unknown` on a public route that nobody signed in for. */
  readonly caller: Caller
  /** The regions the action reaches for this caller; check with `within` and filter lists by it. */
  scope: Scope
  language: Language
  now: Instant
  requestId: string
  headers: Readonly<Record<string, string | string[] | undefined>>
  db: Db
  services: Services
  /**
   * Carries out the effect, once per request, in one transaction with its audit row and (if the caller sent an
   * Idempotency-Key) its stored answer. What the effect returns is the response. A refusal inside undoes all of it.
   * The effect may run again after a deadlock, so it touches nothing but the transaction.
   */
  write<T>(effect: (tx: Tx) => Promise<T>, subject?: (result: T) => Subject): Promise<T>
  /** Runs after the commit and before the answer; a failure is logged and doesn't spoil the answer. Pokes go here. */
  afterCommit(task: () => unknown): void
  /** Sets a header of the answer. */
  setHeader(name: string, value: string | string[]): void
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined

/** What a route whose response is `file` returns. */
export interface FileAnswer {
  bytes: Buffer
  mediaType: string
  name: string
}

export interface RouteSpec<P, Q, B, R> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Express pattern, as `/api/people/:id`. */
  path: string
  /** The line of the permission table, or `public`: for everybody, signed in or not. */
  action: Action | 'public'
  summary: Text
  params?: P
  query?: Q
  /** A schema for JSON; `table`: CSV or Excel; `file`: one of the types that may be attached. Of both, `ctx.body` is the bytes. */
  body?: B
  /** Instants in it are encoded by `zInstant`; fields that aren't declared never leave. `file`: bytes. Left out: 204. */
  response?: R
  /** Of a success; 200 by default, 201 where a record is made. */
  status?: 200 | 201 | 202
  /** The effect lies outside our transaction (sign-in), so it has neither `write` nor Idempotency-Key. */
  outside?: boolean
  /** What anybody may try has a stricter rate limit. */
  limit?: Door
  handle(
    ctx: Context<Out<P>, Out<Q>, B extends string ? Buffer : Out<B>>,
  ): Promise<R extends 'file' ? FileAnswer : Out<R>>
}

/** A declared route with its types forgotten, as the app mounts it and the role matrix walks it. */
export type Route = Omit<
  RouteSpec<unknown, unknown, unknown, unknown>,
  'handle' | 'params' | 'query' | 'body' | 'response'
> & {
  params?: z.ZodType
  query?: z.ZodType
  body?: z.ZodType | 'table' | 'file'
  response?: z.ZodType | 'file'
  handle(ctx: Context): Promise<unknown>
}

/** A route that remembers the type of its answer, so that others can be made of it. */
export type Answering<T> = Route & { readonly answers?: T }

/** Declares one route: the only place that says its path, permission, shapes and deed. Export it in a noun's `routes`. */
export function route<
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | 'table' | 'file' | undefined = undefined,
  R extends z.ZodType | 'file' | undefined = undefined,
>(spec: RouteSpec<P, Q, B, R>): Answering<R extends z.ZodType ? z.output<R> : unknown> {
  return spec as never
}
