import { and, asc, eq } from 'drizzle-orm'
import { afterEach, describe, expect, it } from 'vitest'
import { openMailer, type Mailer } from '../../api/mail.ts'
import { deliverDue } from '../../api/outbox.ts'
import { newId } from '../../db/id.ts'
import { readChannels } from '../../db/notification/channel.ts'
import { notify } from '../../db/notification/notify.ts'
import { notifications } from '../../db/schema/notification.ts'
import { person } from '../../db/schema/person.ts'
import { MINUTE, SECOND } from '../../rules/instant.ts'
import { letterOf } from '../../rules/notification/letter.ts'
import { render } from '../../rules/notification/templates.ts'
import { testDb } from '../support/database.ts'
import { headerNames, headerOf, mailServer, partOf } from '../support/mailServer.ts'

const { db } = await testDb()
const server = await mailServer()
let now = Date.parse('2026-05-09T10:00:00Z')
const settings = { from: 'shouyue@example.com', clock: () => now }
const mailer = openMailer({ url: server.url, ...settings })

afterEach(() => {
  server.manners.clear()
  server.atTheEnd.clear()
})

/** Somebody with a mailbox, told something; returns the waiting mail's id. */
async function told(email = `${newId()}@example.com`) {
  const personId = newId()
  await db.insert(person).values({ id: personId, code: personId, name: '𬎆某', kind: 'staff', email })
  const notice = { key: newId(), personId, template: 'channel.test' as const, params: { at: now } }
  await db.transaction((tx) => notify(tx, [notice], now))
  return { email, ...(await mailOf(personId)) }
}
async function mailOf(personId: string) {
  const own = and(eq(notifications.personId, personId), eq(notifications.channel, 'email'))
  const [row] = await db.select().from(notifications).where(own)
  return row!
}
const deliver = (at = now, by: Mailer = mailer) => {
  now = at
  return deliverDue(db, by, at)
}
const email = async () => (await readChannels(db, true)).find((channel) => channel.name === 'email')!

describe('a letter on its way', () => {
  it('arrives in Chinese, rare characters whole, with the notice’s own Message-ID', async () => {
    const rare = '㴨水 𬎆 𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷'
    const report = {
      subject: rare,
      body: `第一行 ${rare}\n.\n第二行 <b>`,
      author: '𬎆工',
      flags: ['massStateGrid' as const],
      knownAt: now,
    }
    const id = newId()
    const letter = letterOf(render('incident.report', { params: {}, report }))
    await expect(mailer.send({ ...letter, to: 'rare@example.com', id, company: null })).resolves.toEqual({
      outcome: 'accepted',
      at: now,
    })
    const [got] = server.to('rare@example.com')
    expect(headerOf(got!, 'Subject')).toBe(letter.subject)
    expect(headerOf(got!, 'Message-ID')).toBe(`<${id}@example.com>`)
    expect(headerOf(got!, 'From')).toContain('守约')
    expect(partOf(got!, 'text/plain').trim()).toBe(letter.text.trim())
    expect(partOf(got!, 'text/html')).toContain('&lt;b&gt;')
  })

  it('carries no header that somebody typed, and goes to nobody else', async () => {
    const evil = 'x\r\nBcc: spy@example.com\r\n\r\nbody'
    const letter = { subject: evil, text: evil, html: evil, company: `某公司\r\n${evil}` }
    await mailer.send({ ...letter, to: 'honest@example.com', id: newId() })
    const [got] = server.to('honest@example.com')
    expect(got!.to).toEqual(['honest@example.com'])
    expect(headerNames(got!)).not.toContain('Bcc')
    // The house writes under its own name where it has said what it is called.
    expect(headerOf(got!, 'From')).toContain('某公司')
    expect(server.to('spy@example.com')).toEqual([])
    const two = { ...letter, to: 'a@example.com, b@example.com', id: newId() }
    await expect(mailer.send(two)).resolves.toMatchObject({ outcome: 'refused', code: 'badAddress' })
  })

  it.each([
    ['at the recipient', 550, 'refused'],
    ['at the recipient', 451, 'deferred'],
    ['at the recipient', 421, 'down'],
    ['at the end', 552, 'refused'],
    ['at the end', 452, 'deferred'],
  ] as const)('%s a %i is %s, and the server’s words are not kept', async (where, code, outcome) => {
    const to = `${newId()}@example.com`
    ;(where === 'at the end' ? server.atTheEnd : server.manners).set(to, code)
    const sent = await mailer.send({ subject: 's', text: 't', html: 'h', to, id: newId() })
    expect(sent).toEqual({ outcome, code: `smtp ${code}`, startedAt: now })
  })

  it('waits for a silent server no longer than its patience', async () => {
    server.manners.set('silent@example.com', 'silent')
    const soonTired = openMailer({ url: server.url, ...settings, patienceMs: 700 })
    const sent = await soonTired.send({ subject: 's', text: 't', html: 'h', to: 'silent@example.com', id: newId() })
    expect(sent).toEqual({ outcome: 'down', code: 'ETIMEDOUT', startedAt: now })
    soonTired.close()
  })
})

describe('the outbox', () => {
  it('keeps attempted and delivered apart: accepted at the server’s instant', async () => {
    const one = await told()
    expect(one).toMatchObject({ attempts: 0, attemptedAt: null, deliveredAt: null })
    expect(await deliver(now + SECOND)).toBe(1)
    expect(await mailOf(one.personId)).toMatchObject({
      attempts: 1,
      attemptedAt: now,
      deliveredAt: now,
      nextAttemptAt: null,
    })
    expect(await deliver(now + MINUTE)).toBe(0)
    expect(server.to(one.email)).toHaveLength(1)
  })

  it('gives a refused recipient up for good, and the channel still works', async () => {
    const one = await told()
    server.manners.set(one.email, 550)
    await deliver(now + MINUTE)
    expect(await mailOf(one.personId)).toMatchObject({
      attempts: 1,
      deliveredAt: null,
      failedAt: now,
      error: 'smtp 550',
    })
    expect((await email()).state).toBe('working')
  })

  it('tries a deferred one again, ten times in all', async () => {
    const one = await told()
    server.manners.set(one.email, 451)
    await deliver(now + MINUTE)
    const first = await mailOf(one.personId)
    expect(first).toMatchObject({ attempts: 1, failedAt: null, error: 'smtp 451', nextAttemptAt: now + 30 * SECOND })
    expect(await deliver(first.nextAttemptAt! - 1)).toBe(0)
    for (let due = first.nextAttemptAt; due !== null; due = (await mailOf(one.personId)).nextAttemptAt)
      await deliver(due)
    expect(await mailOf(one.personId)).toMatchObject({ attempts: 10, deliveredAt: null, failedAt: now })
  })

  it('waits while our own mail is down, shown as failing, and delivers when it is back', async () => {
    const waiting = [await told(), await told(), await told()]
    await server.stop()
    expect(await deliver(now + SECOND)).toBe(3)
    expect(await email()).toMatchObject({
      state: 'failing',
      waiting: 3,
      failedAt: now,
      waitingSinceAt: waiting[0]!.createdAt,
    })
    expect((await email()).error).toMatch(/^E[A-Z]+$/)
    expect(await mailOf(waiting[0]!.personId)).toMatchObject({ attempts: 1, nextAttemptAt: now + 2 * SECOND })
    await server.start()
    expect(await deliver(now + 2 * SECOND)).toBe(3)
    expect(await email()).toMatchObject({ state: 'working', waiting: 0, succeededAt: now })
    for (const one of waiting) expect(server.to(one.email)).toHaveLength(1)
  })

  it('without a mail server everything waits and no attempt is counted', async () => {
    const one = await told()
    await deliver(now, openMailer({ clock: () => now }))
    expect(await mailOf(one.personId)).toMatchObject({
      attempts: 0,
      attemptedAt: null,
      failedAt: null,
      error: 'notConfigured',
    })
    expect((await readChannels(db, false)).find((channel) => channel.name === 'email')?.state).toBe('notConfigured')
    await deliver(now + 10 * MINUTE)
    expect((await mailOf(one.personId)).deliveredAt).toBe(now)
  })

  it('killed between the server’s 250 and the commit: sent again, the same letter to a mail program', async () => {
    const one = await told()
    const dying: Mailer = {
      ...mailer,
      send: async (mail) => {
        await mailer.send(mail)
        throw new Error('killed')
      },
    }
    await expect(deliver(now, dying)).rejects.toThrow('killed')
    expect(await mailOf(one.personId)).toMatchObject({ attempts: 1, deliveredAt: null })
    expect(await deliver(now + 6 * SECOND - 1)).toBe(0)
    expect(await deliver(now + 1)).toBe(1)
    const ids = server.to(one.email).map((letter) => headerOf(letter, 'Message-ID'))
    expect(ids).toEqual([`<${one.id}@example.com>`, `<${one.id}@example.com>`])
    expect(await mailOf(one.personId)).toMatchObject({ attempts: 2, deliveredAt: now })
  })

  it('several deliverers at once send each mail once, a hand or more of them', async () => {
    const many = []
    for (let count = 0; count < 23; count += 1) many.push(await told())
    const tried = await Promise.all([deliver(), deliver(), deliver()])
    expect(tried.reduce((sum, one) => sum + one, 0)).toBe(23)
    for (const one of many) expect(server.to(one.email)).toHaveLength(1)
  })

  it('does not mail somebody who has left', async () => {
    const one = await told()
    await db.update(person).set({ active: false }).where(eq(person.id, one.personId))
    await deliver()
    expect(await mailOf(one.personId)).toMatchObject({ error: 'noMailbox', deliveredAt: null, failedAt: now })
    expect(server.to(one.email)).toEqual([])
  })

  it('keeps ids and codes only, no words', async () => {
    const rows = await db.select().from(notifications).orderBy(asc(notifications.id))
    for (const row of rows) {
      expect(row.error ?? '').toMatch(/^(smtp \d{3}|[A-Za-z]*)$/)
      expect(JSON.stringify(row)).not.toContain('secret@example.com')
    }
  })
})

describe('settings that cannot work are said at once', () => {
  it.each([
    [{ url: 'http://127.0.0.1:25' }, /smtp:\/\//],
    [{ url: 'smtp://127.0.0.1:25', from: undefined }, /SHOUYUE_MAIL_FROM/],
    [{ url: 'smtp://127.0.0.1:25', from: 'a@b, c@d' }, /SHOUYUE_MAIL_FROM/],
  ])('%j', (given, message) => expect(() => openMailer({ ...settings, ...given })).toThrow(message))
})
