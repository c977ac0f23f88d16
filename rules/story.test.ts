import { describe, expect, it } from 'vitest'
import { blockerOf, frontier, type Outcome, type Story } from './story.ts'

const errand: Story = async (p) => {
  const [first] = await p.keep('ask')
  if (first === 'elsewhere') return
  const rest = ['tell', 'track'].map((name) => p.begin(name))
  await p.keep('visit', 'sign')
  await Promise.all(rest)
}
const settled = (outcomes: Record<string, Outcome>) => new Map(Object.entries(outcomes))

describe('the frontier of a story', () => {
  it('is its first promise when nothing is settled', async () => {
    expect(await frontier(errand, settled({}))).toEqual({ owed: ['ask'], ended: false })
  })

  it('opens what runs beside and what is kept together', async () => {
    expect((await frontier(errand, settled({ ask: 'done' }))).owed).toEqual(['tell', 'track', 'visit', 'sign'])
  })

  it('skips what was never owed and waits for the rest', async () => {
    const { owed, ended } = await frontier(
      errand,
      settled({ ask: 'done', tell: 'notOwed', visit: 'done', sign: 'released' }),
    )
    expect({ owed, ended }).toEqual({ owed: ['track'], ended: false })
  })

  it('ends early where the story says so', async () => {
    expect(await frontier(errand, settled({ ask: 'elsewhere' }))).toEqual({ owed: [], ended: true })
  })

  it('ends when every promise is settled, in whatever order that happened', async () => {
    const all = settled({ sign: 'done', visit: 'done', track: 'done', tell: 'done', ask: 'done' })
    expect(await frontier(errand, all)).toEqual({ owed: [], ended: true })
  })

  it('reads a long story to its end', async () => {
    const names = Array.from({ length: 200 }, (_, i) => `step${i}`)
    const long: Story = async (p) => {
      for (const name of names) await Promise.all([p.keep(name), Promise.all([p.begin(name), p.keep(name)])])
    }
    expect((await frontier(long, settled(Object.fromEntries(names.map((n) => [n, 'done']))))).ended).toBe(true)
  })

  it('passes on what a story throws', async () => {
    await expect(
      frontier(async () => {
        throw new Error('no such step')
      }, new Map()),
    ).rejects.toThrow('no such step')
  })
})

describe('what stands in the way of a promise', () => {
  const beside: Story = async (p) => {
    const notice = p.begin('notice')
    await p.keep('apply', 'pay')
    await p.keep('approve')
    await p.keep('start')
    await notice
  }

  it('is what the story waits for before it, not what merely runs beside', async () => {
    expect(await blockerOf(beside, settled({}), 'start')).toBe('apply')
    expect(await blockerOf(beside, settled({ apply: 'done' }), 'start')).toBe('pay')
    expect(await blockerOf(beside, settled({ apply: 'done', pay: 'done' }), 'start')).toBe('approve')
  })

  it('is nothing where the promise is owed already', async () => {
    expect(await blockerOf(beside, settled({ apply: 'done', pay: 'done', approve: 'done' }), 'start')).toBeUndefined()
  })
})
