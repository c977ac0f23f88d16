import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Instant } from '../../rules/instant.ts'
import type { Text } from '../../rules/text.ts'
import type { Operation } from '../client/ask.ts'

/** A file that goes with a deed. Bytes, not a Blob: some browsers lose Blobs from their database. */
export interface DeedFile {
  /** Of its upload. */
  key: string
  name: string
  type: string
  bytes: ArrayBuffer
  /** What the server calls it, once it has arrived. */
  id?: string
}

/** Something done on this device that the server doesn't know yet. */
export interface Deed {
  /** The order in which things were done. */
  seq: number
  personId: string
  /** Of the request, made with the deed: however often it is sent, it has one effect. */
  key: string
  caseId: string
  /** The promise it keeps, if any. */
  promise: string | null
  title: Text
  /** What the case is called, for the list of what waits. */
  about: string
  operation: Operation
  given: { params: Record<string, string>; body: Record<string, unknown> }
  /** When it was done, by the server's clock as this device knew it. */
  doneAt: Instant
  files: DeedFile[]
  /** Why the server refused it; it then waits for a decision. */
  refused?: { detail: string; clause?: string }
}

/** An answer of the server kept for where there is no network. */
interface Kept {
  answer: unknown
  at: Instant
}

interface Schema extends DBSchema {
  deeds: { key: number; value: Deed; indexes: { person: string } }
  kept: { key: string; value: Kept }
}

let opened: Promise<IDBPDatabase<Schema>> | undefined

const store = () =>
  (opened ??= openDB<Schema>('shouyue', 1, {
    upgrade(db) {
      db.createObjectStore('deeds', { keyPath: 'seq', autoIncrement: true }).createIndex('person', 'personId')
      db.createObjectStore('kept')
    },
    terminated: () => (opened = undefined),
  }))

/** Keeps a deed on the device. Resolves when it is there for good. */
export async function addDeed(deed: Omit<Deed, 'seq'>): Promise<void> {
  await (await store()).add('deeds', deed as Deed)
}
export const putDeed = async (deed: Deed): Promise<unknown> => (await store()).put('deeds', deed)
export const removeDeed = async (seq: number): Promise<void> => (await store()).delete('deeds', seq)

/** What somebody did on this device that still waits, in the order in which it was done. */
export const deedsOf = async (personId: string): Promise<Deed[]> =>
  (await store()).getAllFromIndex('deeds', 'person', personId)

export const keepAnswer = async (name: string, answer: unknown, at: Instant): Promise<unknown> =>
  (await store()).put('kept', { answer, at }, name)
export const keptAnswer = async (name: string): Promise<Kept | undefined> => (await store()).get('kept', name)

/** Forgets what was read; what was done stays until it is sent. */
export const forgetAnswers = async (): Promise<void> => (await store()).clear('kept')
