import { describe, expect, it } from 'vitest'
import { letterOf } from './letter.ts'
import { placeOf } from './place.ts'

const place = (template: string, params: Record<string, unknown> = {}, caseId: string | null = 'call-1') =>
  placeOf({ template, caseId, params })

describe('where a notice leads', () => {
  it.each([
    ['consequence.entered', { consequenceId: 'e1' }, '/entries/e1'],
    ['consequence.causeGiven', { consequenceId: 'e1' }, '/entries/e1'],
    ['appeal.filed', { consequenceId: 'e1' }, '/cases/call-1?do=decide'],
    ['appeal.decided', { consequenceId: 'e1' }, '/cases/call-1'],
    ['measure.proposed', {}, '/cases/call-1?do=decide'],
    ['measure.decided', {}, '/cases/call-1'],
    ['obligation.opened', { promise: 'return' }, '/cases/call-1?do=return'],
    ['obligation.escalation', { promise: 'return' }, '/cases/call-1'],
    ['rulebook.published', { rulebookId: 'S0A', version: 2 }, '/rulebook/S0A/versions/2'],
    ['assessment.signed', {}, '/my-entries'],
  ])('%s: to the item itself', (template, params, path) => expect(place(template, params)).toBe(path))

  it('is a page of its own where no case is, and nowhere where there is nothing to open', () => {
    expect(place('fund.reminder', {}, null)).toBe('/fund')
    expect(place('gone.long', {}, null)).toBeNull()
  })

  it('keeps what a row holds from becoming another address', () => {
    expect(place('consequence.entered', { consequenceId: '../admin?x' })).toBe('/entries/..%2Fadmin%3Fx')
  })
})

it('a letter leads there as well', () => {
  const words = { title: { zh: '题', en: 't' }, body: { zh: '甲', en: 'a' } }
  const { text, html } = letterOf(words, 'https://house.example/cases/call-1?do=return&x="')
  expect(text).toContain('\nhttps://house.example/cases/call-1?do=return')
  expect(html).toContain('<a href="https://house.example/cases/call-1?do=return&amp;x=&quot;">')
})
