import { describe, expect, it } from 'vitest'
import { icsOf } from './ics.ts'

const at = Date.parse('2026-04-06T09:30:00+08:00')
const make = () =>
  icsOf({ at, writtenAt: at - 1, title: '预约；北区, 2 号楼', about: `终端不上线\n${'很长的说明'.repeat(20)}` })
/** The lines of an event that is about something, folded as calendars get them. */
const about = (text: string) => icsOf({ at, writtenAt: at, title: '', about: text }).split('\r\n').slice(19, -8)

describe('an appointment for calendars', () => {
  it('stands at the company’s time, in its zone, whatever zone the reader is in', () => {
    const made = make()
    expect(made).toContain('\r\nDTSTART;TZID=Asia/Shanghai:20260406T093000\r\n')
    expect(made).toMatch(/TZID:Asia\/Shanghai\r\n[^]*TZOFFSETTO:\+0800/)
    expect(made).toContain('\r\nDTSTAMP:20260406T012959Z\r\n')
  })

  it('is an event of an hour with a reminder an hour before, as RFC 5545 writes it', () => {
    expect(icsOf({ at, writtenAt: at - 1, title: 'Visit', about: 'a;b' })).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Shouyue//Appointment//ZH',
        'METHOD:PUBLISH',
        'BEGIN:VTIMEZONE',
        'TZID:Asia/Shanghai',
        'BEGIN:STANDARD',
        'DTSTART:19700101T000000',
        'TZOFFSETFROM:+0800',
        'TZOFFSETTO:+0800',
        'TZNAME:CST',
        'END:STANDARD',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'UID:1775439000@shouyue',
        'DTSTAMP:20260406T012959Z',
        'DTSTART;TZID=Asia/Shanghai:20260406T093000',
        'DURATION:PT1H',
        'SUMMARY:Visit',
        'DESCRIPTION:a\\;b',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'DESCRIPTION:Visit',
        'TRIGGER:-PT1H',
        'END:VALARM',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    )
  })

  it('escapes backslash, semicolon and comma, and writes a new line as \\n', () => {
    expect(about('a\\b;c,d\r\ne\nf')).toEqual(['DESCRIPTION:a\\\\b\\;c\\,d\\ne\\nf'])
  })

  it('folds after 75 octets, not at them; a line that goes on begins with a space that counts', () => {
    expect(about('x'.repeat(63))).toEqual([`DESCRIPTION:${'x'.repeat(63)}`])
    expect(about('x'.repeat(64))).toEqual([`DESCRIPTION:${'x'.repeat(63)}`, ' x'])
    expect(about('x'.repeat(63 + 75))).toEqual([`DESCRIPTION:${'x'.repeat(63)}`, ` ${'x'.repeat(74)}`, ' x'])
    expect(about('说'.repeat(22))).toEqual([`DESCRIPTION:${'说'.repeat(21)}`, ' 说'])
  })

  it('escapes what would end a value, and folds lines of more than 75 octets between characters', () => {
    const made = make()
    expect(made).toContain('SUMMARY:预约；北区\\, 2 号楼')
    const lines = made.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(made.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:终端不上线\\n${'很长的说明'.repeat(20)}`)
  })

  it('is one however often it is taken in, and another where it was moved', () => {
    const uid = (ics: string) => /UID:(.*)/.exec(ics)![1]
    const again = icsOf({ at, writtenAt: at, title: '', about: '' })
    expect(uid(again)).toBe(uid(make()))
    expect(uid(icsOf({ at: at + 1000, writtenAt: at, title: '', about: '' }))).not.toBe(uid(make()))
  })
})
