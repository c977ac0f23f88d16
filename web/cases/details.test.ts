import { describe, expect, it } from 'vitest'
import { parseInstant } from '../../rules/time/local.ts'
import { detailsOf } from './details.ts'

const said = (data: Record<string, unknown>) =>
  detailsOf(data).map((one) => [
    one.label.en,
    one.kind === 'text' ? one.text.en : one.kind === 'time' ? one.iso : one.ids,
  ])

describe('what a fact says', () => {
  it('is in words: codes, yes and no, roles, money', () => {
    expect(said({ attitude: 'fair', approved: false, role: 'engineer', amountFen: 30_000 })).toEqual([
      ['Attitude', 'fair'],
      ['Approved', 'No'],
      ['Role', 'Service engineer'],
      ['Amount', '¥300.00'],
    ])
  })

  it('names people, files and instants for what they are', () => {
    const estimateAt = parseInstant('2026-04-07T18:00:00+08:00')
    const enclosures = [{ kind: 'resume', attachmentId: 'f1' }]
    expect(said({ engineerId: 'p1', enclosures, signatureFileId: 'f2', estimateAt })).toEqual([
      ['Engineer', ['p1']],
      ['Enclosed', ['f1']],
      ["Customer's signature", ['f2']],
      ['Estimate', '2026-04-07T10:00:00.000Z'],
    ])
  })

  it('says of a change of staff what was asked, in words', () => {
    const asked = { trigger: 'client', ground: 'attitude', asks: ['notice', 'handOver'], takesOverOn: '2026-10-20' }
    expect(said(asked)).toEqual([
      ['Brought about by', 'The client'],
      [expect.anything(), 'Attitude'],
      ['Waivers asked for', 'Give notice of the change, Complete the handover'],
      ['Takes over on', '2026-10-20'],
    ])
  })

  it('leaves out what is empty and what only the machine reads, and keeps people’s own words', () => {
    expect(said({ reason: '客户停电', note: null, attachmentIds: [], factId: 'x', key: 'y' })).toEqual([
      ['Reason', '客户停电'],
    ])
  })
})
