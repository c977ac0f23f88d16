import { describe, expect, it } from 'vitest'
import { linkState, mailState } from './link.ts'

const at = Date.parse('2026-04-06T09:30:00+08:00')

describe('a link', () => {
  const link = { usedAt: null, revokedAt: null, expiresAt: at }
  it.each([
    ['a millisecond before it ends', link, at - 1, 'open'],
    ['at its end', link, at, 'expired'],
    ['used before it ended', { ...link, usedAt: at - 1 }, at + 1, 'used'],
    ['used before it was revoked', { ...link, usedAt: at - 2, revokedAt: at - 1 }, at, 'used'],
    ['revoked', { ...link, revokedAt: at - 2 }, at - 1, 'revoked'],
    ['revoked before it ended', { ...link, revokedAt: at - 2 }, at + 1, 'revoked'],
  ] as const)('%s', (_, given, now, state) => expect(linkState(given, now)).toBe(state))
})

describe('the letter of a link', () => {
  it.each([
    ['waits while it is due', { mailedAt: null, mailFailedAt: null, mailDueAt: at }, 'waiting'],
    ['is not needed where it is due no more', { mailedAt: null, mailFailedAt: null, mailDueAt: null }, 'lapsed'],
    ['failed', { mailedAt: null, mailFailedAt: at, mailDueAt: null }, 'failed'],
    ['failed, and stays so though it was due', { mailedAt: null, mailFailedAt: at, mailDueAt: at }, 'failed'],
    ['was sent, also after it had failed', { mailedAt: at, mailFailedAt: at - 1, mailDueAt: null }, 'sent'],
    ['was sent', { mailedAt: at, mailFailedAt: null, mailDueAt: at }, 'sent'],
  ] as const)('%s', (_, letter, state) => expect(mailState(letter)).toBe(state))
})
