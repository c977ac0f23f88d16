import { describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE, SECOND } from '../../rules/instant.ts'
import { parseInstant } from '../../rules/time/local.ts'
import { saying } from '../language.tsx'
import { duration, fieldOf, isoOf, written } from './time.ts'

describe('times on the page', () => {
  it('counts down in seconds, with hours and days where there are any', () => {
    const say = saying('zh')
    expect(duration(59 * SECOND + 999, say)).toBe('00:59')
    expect(duration(HOUR, say)).toBe('1:00:00')
    expect(duration(HOUR - 1, say)).toBe('59:59')
    expect(duration(2 * DAY + 3 * MINUTE, say)).toBe('2 天 0:03:00')
    expect(duration(-5, saying('en'))).toBe('00:00')
  })

  it('writes the company’s clock wherever the device stands', () => {
    const at = parseInstant('2026-02-16T23:50:40+08:00')
    expect(written(at, at + 9 * MINUTE)).toBe('23:50:40')
    expect(written(at, at + 10 * MINUTE)).toBe('2026-02-16 23:50:40')
    expect(parseInstant(isoOf(fieldOf(at)))).toBe(at)
    expect(isoOf('2026-02-16T23:50')).toBe('2026-02-16T23:50:00+08:00')
  })
})
