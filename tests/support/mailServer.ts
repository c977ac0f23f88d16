import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

/** How the server meets a recipient: an SMTP code, or silence for ever. Whoever isn't named is accepted. */
export type Manner = number | 'silent'

export interface Letter {
  from: string
  to: string[]
  /** As it travelled. */
  raw: string
}

/** A real mail server on a free port of this machine that can be taught manners, stopped, and started again. */
export async function mailServer() {
  const letters: Letter[] = []
  const manners = new Map<string, Manner>()
  /** Answers to the letter itself, by recipient. */
  const atTheEnd = new Map<string, number>()
  let port = 0
  let server: SMTPServer | undefined

  const refusal = (code: number) => Object.assign(new Error('nobody <secret@example.com> here'), { responseCode: code })
  const open = () =>
    new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      // Where no name server answers, looking up who calls takes seconds.
      disableReverseLookup: true,
      // Clients keep their connections; a server that stops doesn't wait for them.
      closeTimeout: 20,
      onRcptTo({ address }, _session, done) {
        const manner = manners.get(address)
        if (manner === 'silent') return
        done(manner === undefined ? null : refusal(manner))
      },
      onData(stream, session, done) {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.on('end', () => {
          const to = session.envelope.rcptTo.map((one) => one.address)
          const code = to.map((address) => atTheEnd.get(address)).find(Boolean)
          if (code) return done(refusal(code))
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
          letters.push({ from, to, raw: Buffer.concat(parts).toString('utf8') })
          done()
        })
      },
    })

  async function start() {
    const one = open()
    // Clients that hang up in the middle are part of the tests.
    one.on('error', () => {})
    await new Promise<void>((resolve) => one.listen(port, '127.0.0.1', () => resolve()))
    port = (one.server.address() as AddressInfo).port
    server = one
  }
  async function stop() {
    const one = server
    server = undefined
    if (one) await new Promise<void>((resolve) => one.close(() => resolve()))
  }
  await start()
  afterAll(stop)
  return {
    letters,
    manners,
    atTheEnd,
    start,
    stop,
    get url() {
      return `smtp://127.0.0.1:${port}`
    },
    to: (address: string) => letters.filter((letter) => letter.to.includes(address)),
  }
}

/** A header of a letter with its encoded words decoded; undefined where it has none. */
export function headerOf(letter: Letter, name: string): string | undefined {
  const head = letter.raw.slice(0, letter.raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  const line = head.split('\r\n').find((one) => one.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  return line
    ?.slice(name.length + 1)
    .trim()
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, how: string, text: string) =>
      how.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString('utf8')
        : quotedPrintable(text.replace(/_/g, ' ')),
    )
}

/** The names of a letter's headers, in order. */
export function headerNames(letter: Letter): string[] {
  const head = letter.raw.slice(0, letter.raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ')
  return head.split('\r\n').map((line) => line.slice(0, line.indexOf(':')))
}

/** A part of a letter by its type, decoded; its lines end in \n. */
export function partOf(letter: Letter, type: 'text/plain' | 'text/html'): string {
  const part = letter.raw.split(/\r\n--[^\r\n]+/).find((one) => one.includes(`Content-Type: ${type}`))!
  const [head, ...rest] = part.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  return decoded(head!, body).replace(/\r\n/g, '\n')
}

function decoded(head: string, body: string): string {
  if (/encoding: base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return /encoding: quoted-printable/i.test(head) ? quotedPrintable(body.replace(/=\r\n/g, '')) : body
}

function quotedPrintable(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
