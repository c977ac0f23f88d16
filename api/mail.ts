import { createTransport } from 'nodemailer'
import { SECOND, type Instant } from '../rules/instant.ts'
import { NOT_CONFIGURED } from '../rules/notification/retry.ts'
import { isMailbox, oneLine, type Letter } from '../rules/notification/letter.ts'

/** A letter to one mailbox. The id is the same however often it has to be sent, so that a mail program shows it once. */
interface Mail extends Letter {
  to: string
  id: string
  /** Who writes, where the house has said what the company is called. */
  company?: string | null
}

/** How an attempt ended. `code` never quotes the server, whose words name people's addresses. */
export type Sent =
  | { outcome: 'accepted'; at: Instant }
  | { outcome: 'refused' | 'deferred' | 'down'; code: string; startedAt: Instant }

export interface Mailer {
  /** False: no mail server is set, so everything waits. */
  configured: boolean
  /** The server by host and port, never its user or password; null: none. */
  server: string | null
  /** The address letters come from. */
  sender: string | null
  /** Where the pages are reached, without a slash at its end, so that letters lead there; null: they lead nowhere. */
  house: string | null
  send(mail: Mail): Promise<Sent>
  close(): void
}

export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; none: mail is not configured. */
  url?: string
  /** The address letters come from. */
  from?: string
  /** Where the pages are reached. */
  house?: string
  clock?: () => Instant
  /** Milliseconds one letter may take in all. */
  patienceMs?: number
}

/** One letter may take this long in all; the outbox's lease is longer than its two rounds. */
const PATIENCE_MS = 25 * SECOND

/**
 * Opens the mail channel; no connection is made yet. The instant of an acceptance is the clock's when the server's 250
 * for the letter was read. Throws for settings that can't work: an unreadable URL, a sender that is no mailbox.
 */
export function openMailer(settings: MailSettings): Mailer {
  const { url, from, clock = Date.now, patienceMs = PATIENCE_MS } = settings
  const house = settings.house?.replace(/\/$/, '') ?? null
  if (!url)
    return {
      configured: false,
      server: null,
      sender: null,
      house,
      send: () => Promise.resolve({ outcome: 'down', code: NOT_CONFIGURED, startedAt: clock() }),
      close: () => {},
    }
  const { protocol, hostname, host, username } = new URL(url)
  if (!['smtp:', 'smtps:'].includes(protocol) || !hostname)
    throw new Error('SHOUYUE_SMTP_URL has to begin with smtp:// or smtps:// and name a host')
  const sender = from ?? (isMailbox(decodeURIComponent(username)) ? decodeURIComponent(username) : undefined)
  if (!sender || !isMailbox(sender)) throw new Error('SHOUYUE_MAIL_FROM has to be the address letters come from')
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 20 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = sender.slice(sender.indexOf('@') + 1)

  async function send(mail: Mail): Promise<Sent> {
    const startedAt = clock()
    if (!isMailbox(mail.to)) return { outcome: 'refused', code: 'badAddress', startedAt }
    const posted = transport.sendMail({
      from: { name: mail.company ? oneLine(mail.company) : '守约 Shouyue', address: sender! },
      // As an object: a text would be read as a list of recipients.
      to: { name: '', address: mail.to },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(Object.assign(new Error(), { code: 'ETIMEDOUT' })), patienceMs)
    })
    try {
      await Promise.race([posted, patience])
      return { outcome: 'accepted', at: clock() }
    } catch (error) {
      posted.catch(() => {})
      return { ...failureOf(error), startedAt }
    } finally {
      clearTimeout(timer)
    }
  }

  return { configured: true, server: host, sender, house, send, close: () => transport.close() }
}

/** The mailer of the environment: SHOUYUE_SMTP_URL, SHOUYUE_MAIL_FROM and SHOUYUE_PUBLIC_URL. */
export function mailerFromEnv(env: NodeJS.ProcessEnv = process.env): Mailer {
  return openMailer({ url: env['SHOUYUE_SMTP_URL'], from: env['SHOUYUE_MAIL_FROM'], house: env['SHOUYUE_PUBLIC_URL'] })
}

/**
 * What a failure says. About the recipient: the server's answer to RCPT TO or to the letter itself, 5xx for good and 4xx
 * for now. Anything else (no connection, sign-in, our sender refused, 421) is our own mail being down.
 */
function failureOf(error: unknown): { outcome: 'refused' | 'deferred' | 'down'; code: string } {
  const {
    code = 'unknown',
    responseCode,
    command = '',
  } = error as {
    code?: string
    responseCode?: number
    command?: string
  }
  if (!responseCode) return { outcome: 'down', code }
  const answer = `smtp ${responseCode}`
  const aboutRecipient = ['RCPT TO', 'DATA'].includes(command) && responseCode !== 421
  if (!aboutRecipient) return { outcome: 'down', code: answer }
  return { outcome: responseCode >= 500 ? 'refused' : 'deferred', code: answer }
}
