import { SECOND, type Instant } from '../instant.ts'
import type { Text } from '../text.ts'
import { localDate, localTime } from '../time/local.ts'

/** How long an appointment is taken to last, where nobody said. */
const LASTS = 'PT1H'

/** An appointment as calendars take it in (RFC 5545): in the company's zone, with a reminder an hour before. */
export function icsOf(appointment: { at: Instant; writtenAt: Instant; title: string; about: string }): string {
  const { at, writtenAt, title, about } = appointment
  const lines = [
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
    // The same appointment taken in twice is one; a moved one is another.
    `UID:${at / SECOND}@shouyue`,
    `DTSTAMP:${new Date(Math.floor(writtenAt / SECOND) * SECOND).toISOString().replace(/[-:]|\.000/g, '')}`,
    `DTSTART;TZID=Asia/Shanghai:${localDate(at).replaceAll('-', '')}T${localTime(at).replaceAll(':', '')}`,
    `DURATION:${LASTS}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(about)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT1H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(folded).join('\r\n') + '\r\n'
}

const escaped = (text: string) => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')

/** Lines of at most 75 octets, each further one begun with a space; characters stay whole. */
function folded(line: string): string {
  const parts: string[] = ['']
  let octets = 0
  for (const character of line) {
    const length = new TextEncoder().encode(character).length
    if (octets + length > 75) {
      parts.push(' ')
      octets = 1
    }
    parts[parts.length - 1] += character
    octets += length
  }
  return parts.join('\r\n')
}

/** What an appointment is called in the customer's calendar. */
export const appointmentTitle: Text = { zh: '技术服务预约', en: 'Service appointment' }
