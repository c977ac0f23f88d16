import { describe, expect, it } from 'vitest'
import { liesWithin, mostAtOnce } from './residentPost.ts'

const time = (fromAt: number, toAt: number | null = null) => ({ fromAt, toAt })

describe('a post at a customer’s site [S4-K-5]', () => {
  it('holds people within its own time, to the last moment of it', () => {
    const post = time(100, 200)
    expect(liesWithin(post, time(100, 200))).toBe(true)
    expect(liesWithin(post, time(99, 200))).toBe(false)
    expect(liesWithin(post, time(100, 201))).toBe(false)
    expect(liesWithin(post, time(199, 200))).toBe(true)
    expect(liesWithin(post, time(200, 200))).toBe(false)
    expect(liesWithin(post, time(201, 200))).toBe(false)
    expect(liesWithin(time(100), time(100, 101))).toBe(true)
    expect(liesWithin(time(100), time(100, 100))).toBe(false)
    expect(liesWithin(post, time(100))).toBe(false)
    expect(liesWithin(time(100), time(100))).toBe(true)
  })

  it('counts who holds it at one moment; whoever leaves makes place at once', () => {
    expect(mostAtOnce([])).toBe(0)
    expect(mostAtOnce([time(1, 5), time(5)])).toBe(1)
    expect(mostAtOnce([time(1, 6), time(5)])).toBe(2)
    expect(mostAtOnce([time(1), time(2, 3), time(3)])).toBe(2)
  })
})
