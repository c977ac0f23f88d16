import { describe, expect, it } from 'vitest'
import { SECOND } from '../instant.ts'
import { madeAs, versionsInForce, type StoredVersion } from './inForce.ts'

const OCTOBER = 1_000_000
const version = (number: number, kind: string, effectiveFromAt: number, policy = 'S2'): StoredVersion => ({
  ...{ policy, version: number, kind, effectiveFromAt },
})

describe('the version in force', () => {
  const versions = [
    version(1, 'base', 0),
    version(2, 'amendment', OCTOBER),
    version(3, 'erratum', 0),
    version(4, 'merged', OCTOBER),
    version(1, 'base', 0, 'S3'),
  ]
  const of = (at: number, some = versions) => versionsInForce(some, at).get('S2')

  it('is the newest of those that took effect last, to the second [S2-T0-1]', () => {
    expect([OCTOBER - SECOND, OCTOBER, OCTOBER + SECOND].map((at) => of(at)!.version)).toEqual([3, 4, 4])
    expect(versionsInForce(versions, OCTOBER).get('S3')).toEqual({ version: 1, made: 1, effectiveFromAt: 0 })
    expect(of(-1)).toBeUndefined()
  })

  it('was read under its own number, or under that of the change it only merges [S2-T0-2]', () => {
    expect([0, OCTOBER].map((at) => of(at)!.made)).toEqual([3, 3])
    expect(of(OCTOBER, versions.slice(0, 2))!.made).toBe(2)
    expect(of(OCTOBER, [...versions, version(4, 'amendment', 0, 'S3')])!.made).toBe(3)
    // A correction made afterwards, and another rulebook's numbers, are not what was read.
    const later = [version(1, 'base', 0), version(2, 'amendment', OCTOBER), version(9, 'amendment', 0, 'S3')]
    expect(of(0, later)).toEqual({ version: 1, made: 1, effectiveFromAt: 0 })
    expect(madeAs([...later.slice(0, 2), version(3, 'erratum', 0)], 2)).toBe(2)
  })

  it('is of the last instant, though an earlier one was corrected since', () => {
    const corrected = [version(1, 'base', 0), version(2, 'amendment', 500), version(3, 'erratum', 0)]
    for (const some of [corrected, corrected.toReversed()]) expect(of(OCTOBER, some)!.version).toBe(2)
  })

  it('does not hang on the order in which they come', () => {
    expect(of(OCTOBER, versions.toReversed())).toEqual(of(OCTOBER))
  })
})
