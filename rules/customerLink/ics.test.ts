import { describe, expect, it } from 'vitest'
import { linkState } from './link.ts'
import { icsOf } from './ics.ts'

const at = Date.parse('2026-04-06T09:30:00+08:00')
const made = icsOf({
  at,
  writtenAt: at - 1,
  title: '预约；北区, 2 号楼',
  about: `终端不上线\n${'很长的说明'.repeat(20)}`,
})

describe('an appointment for calendars', () => {
  it('stands at the company’s time, in its zone, whatever zone the reader is in', () => {
    expect(made).toContain('\r\nDTSTART;TZID=Asia/Shanghai:20260406T093000\r\n')
    expect(made).toMatch(/TZID:Asia\/Shanghai\r\n[^]*TZOFFSETTO:\+0800/)
    expect(made).toContain('\r\nDTSTAMP:20260406T012959Z\r\n')
  })

  it('escapes what would end a value, and folds lines of more than 75 octets between characters', () => {
    expect(made).toContain('SUMMARY:预约；北区\\, 2 号楼')
    const lines = made.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(made.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:终端不上线\\n${'很长的说明'.repeat(20)}`)
  })

  it('is one however often it is taken in, and another where it was moved', () => {
    const uid = (ics: string) => /UID:(.*)/.exec(ics)![1]
    const again = icsOf({ at, writtenAt: at, title: '', about: '' })
    expect(uid(again)).toBe(uid(made))
    expect(uid(icsOf({ at: at + 1000, writtenAt: at, title: '', about: '' }))).not.toBe(uid(made))
  })
})

describe('a link', () => {
  const link = { usedAt: null, revokedAt: null, expiresAt: at }
  it.each([
    ['a millisecond before it ends', link, at - 1, 'open'],
    ['at its end', link, at, 'expired'],
    ['used before it ended', { ...link, usedAt: at - 1 }, at + 1, 'used'],
    ['revoked', { ...link, revokedAt: at - 2 }, at - 1, 'revoked'],
  ] as const)('%s', (_, given, now, state) => expect(linkState(given, now)).toBe(state))
})
