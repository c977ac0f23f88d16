import type { Auth } from '../auth/auth.ts'
import type { Mailer } from '../mail.ts'

/** What routes reach besides the database. Made once in `api/server.ts` and handed to `createApp`. */
export interface Services {
  auth: Auth
  /** Tells the running procedures of these cases to look at their rows again. Called after the commit. */
  poke(caseIds: readonly string[]): void
  /** Has the procedures of cases that were thrown away look for them, find nothing, and end. Called after the commit. */
  pokeGone(caseIds: readonly string[]): void
  /** The mail channel: whether it is set up, and how to have what was just queued delivered at once. */
  mail?: { configured: boolean; server?: string | null; sender?: string | null; poke(): void; send: Mailer['send'] }
  /** The address by which customers reach us, as `https://service.example.com`; left out: the one a request came to. */
  publicUrl?: string
}
