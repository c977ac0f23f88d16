import { contentDisposition, fileNameOf } from '../../rules/attachment/fileName.ts'
import { spokenNow } from '../language.tsx'
import { texts } from '../texts/index.ts'
import { hearClock } from './clock.ts'
import { Problem } from './problem.ts'
import type { Operations, Schemas } from './schema.ts'

export type Operation = keyof Operations
export type Answer<O extends Operation> = Operations[O]['answer']
type Filled<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] }

/** What an operation wants: its parameters, its query, its body; no more and no less. */
export type Given<O extends Operation> = Filled<Pick<Operations[O], 'params' | 'body'>> &
  (Operations[O]['query'] extends undefined ? object : { query?: Operations[O]['query'] })

export interface How {
  /** The same request under the same key has one effect, however often it is sent. */
  key?: string
  signal?: AbortSignal
  /** Don't ask to sign in again: the question is whether somebody is signed in. */
  asStranger?: boolean
}

/** Asks the person to sign in again; resolves when they have, so that the request can be sent once more. */
let signInAgain: () => Promise<void> = () => Promise.reject(new Error('nobody can sign in yet'))
export const onSessionEnd = (ask: typeof signInAgain) => void (signInAgain = ask)

/**
 * Sends one request. A session that ended meanwhile is begun anew in a dialog and the request sent again, so forms
 * never notice. @throws Problem
 */
export async function ask<O extends Operation>(operation: O, given: Given<O>, how: How = {}): Promise<Answer<O>> {
  const answer = await send(operation, given, how)
  if (answer.status === 401 && !how.asStranger) {
    await signInAgain()
    return ask(operation, given, how)
  }
  if (!answer.ok) throw await problemOf(answer)
  return (answer.status === 204 ? undefined : await contentOf(answer)) as Answer<O>
}

/** What was answered: JSON, or a file under the name that the server gives it. */
async function contentOf(answer: Response): Promise<unknown> {
  const type = answer.headers.get('Content-Type') ?? ''
  if (type.includes('json')) return answer.json()
  const name = fileNameOf(answer.headers.get('Content-Disposition') ?? undefined)
  return new File([await answer.blob()], name ?? 'file', { type })
}

async function send(operation: Operation, given: object, how: How): Promise<Response> {
  const { params, query, body } = given as { params?: Record<string, string>; query?: object; body?: unknown }
  const [method, pattern] = operation.split(' ') as [string, string]
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params?.[name] ?? ''))
  const search = new URLSearchParams({ lang: spokenNow() })
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value))
  const askedAt = Date.now()
  try {
    const answer = await fetch(`${path}?${search}`, {
      method: method.toUpperCase(),
      signal: how.signal,
      headers: {
        Accept: 'application/json',
        ...headersOf(body),
        ...(how.key && { 'Idempotency-Key': how.key }),
      },
      body: body === undefined || body instanceof File ? body : JSON.stringify(body),
    })
    const serverAt = Number(answer.headers.get('X-Now'))
    if (serverAt > 0) hearClock(serverAt, Date.now() - askedAt)
    return answer
  } catch (error) {
    if (how.signal?.aborted) throw error
    throw new Problem({ status: 0, code: 'unreachable', detail: texts.common.unreachable[spokenNow()] })
  }
}

/** What the body is; a file goes as it is, with its name. */
function headersOf(body: unknown): Record<string, string> {
  if (body === undefined) return {}
  if (!(body instanceof File)) return { 'Content-Type': 'application/json' }
  return { 'Content-Type': body.type, 'Content-Disposition': contentDisposition(body.name) }
}

async function problemOf(answer: Response): Promise<Problem> {
  const body = (await answer.json().catch(() => undefined)) as Schemas['Problem'] | undefined
  if (body?.code) return new Problem(body)
  return new Problem({ status: answer.status, code: 'unreadable', detail: texts.common.unknownFailure[spokenNow()] })
}
