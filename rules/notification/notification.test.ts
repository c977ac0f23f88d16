import { describe, expect, it } from 'vitest'
import { DAY, MINUTE, SECOND } from '../instant.ts'
import { isMailbox, letterOf, oneLine } from './letter.ts'
import { LONGEST_WAIT_MS, MOST_DEFERRALS, retryAfter } from './retry.ts'
import { when, yuan } from './template.ts'
import { render, templates, type TemplateName } from './templates.ts'

const wording = (zh: string, en: string) => ({ title: { zh, en }, body: { zh, en } })

describe('templates', () => {
  it.each(Object.keys(templates) as TemplateName[])('%s speaks both languages', (name) => {
    const { title, body } = render(name, { params: {} })
    for (const text of [title, body]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u)
      expect(text.en).toMatch(/[a-z]/i)
    }
  })

  it('name the promise, the clause, the time in the company’s zone and the bearer', () => {
    const dueAt = Date.parse('2026-02-16T16:40:00Z')
    const given = {
      params: { promise: 'report', clause: 'S2-3.3.5b', dueAt },
      promise: { zh: '邮件发出书面报告', en: 'Mail the written report' },
      clauseTitle: { zh: '书面报告', en: 'Written report' },
      bearer: '𬎆工',
    }
    const { title, body } = render('obligation.escalation', given)
    expect(title.zh).toBe('超时升级：邮件发出书面报告')
    expect(body.zh).toContain('2026-02-17 00:40:00')
    expect(body.en).toContain('Bearer: 𬎆工')
    expect(body.en).toContain('S2-3.3.5b Written report')
  })

  it('a house rule is no clause, a unit’s gap no person’s', () => {
    const { body } = render('obligation.escalation', { params: { promise: 'x', clause: 'house:x', dueAt: null } })
    expect(body.en).toContain('Under: house rule')
    expect(body.en).toContain('Bearer: the unit')
  })

  it('a template that is gone still says something', () => {
    expect(render('gone.long', { params: {} }).title.zh).toBe('您有一条通知')
  })

  it('write times and money as people do', () => {
    expect(when(null)).toBe('')
    expect([yuan(-5_000), yuan(12_345), yuan(undefined)]).toEqual(['−¥50.00', '¥123.45', ''])
  })
})

describe('a letter', () => {
  it('has one line for a subject, whatever was typed', () => {
    const evil = '报告\r\nBcc: spy@example.com\u2028X: y\u0000'
    const { subject } = letterOf(wording(evil, evil))
    expect(subject).toBe('报告 Bcc: spy@example.com X: y')
    expect(oneLine('\uD842 half a character')).toBe('\uFFFD half a character')
  })

  it('cuts a long subject between characters, rare ones included', () => {
    const cut = oneLine('𬎆'.repeat(200))
    expect([...cut]).toHaveLength(120)
    expect(cut).toBe('𬎆'.repeat(119) + '…')
  })

  it('shows typed markup as text', () => {
    const { html, text } = letterOf(wording('t', `<img src=x onerror="a('b')"> & 㴨`))
    expect(html).toContain('&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; 㴨')
    expect(html).not.toContain('<img')
    expect(text).toContain('<img')
  })

  it('is for readers of both languages, once where they are alike', () => {
    expect(letterOf(wording('甲', 'a')).text).toBe('甲\n\n— — —\n\na\n')
    expect(letterOf(wording('same', 'same')).text).toBe('same\n')
    expect(letterOf(wording('甲', 'a')).subject).toBe('甲 / a')
  })

  it.each([
    ['wang@example.com', true],
    ['王@例子.中国', true],
    ['a@example.com, b@example.com', false],
    ['a@example.com\r\nBcc: b@example.com', false],
    ['Wang <wang@example.com>', false],
    ['wang', false],
    ['a@b@c', false],
    ['', false],
  ])('%j is a mailbox: %s', (address, good) => expect(isMailbox(address)).toBe(good))
})

describe('trying again', () => {
  it('a server that is down is asked every minute at least, and notices wait three days', () => {
    expect(retryAfter('down', 1, 0)).toBe(2 * SECOND)
    expect(retryAfter('down', 5, 0)).toBe(32 * SECOND)
    expect(retryAfter('down', 6, 0)).toBe(MINUTE)
    expect(retryAfter('down', 10_000, LONGEST_WAIT_MS - 1)).toBe(MINUTE)
    expect(retryAfter('down', 1, 3 * DAY)).toBeNull()
    expect(retryAfter('down', 1, 0, 'notConfigured')).toBe(10 * MINUTE)
  })

  it('a deferring server is asked ten times in all, further and further apart; a refusal is for good', () => {
    expect([1, 2, 3, 9].map((attempt) => retryAfter('deferred', attempt, 0))).toEqual([
      30 * SECOND,
      MINUTE,
      2 * MINUTE,
      15 * MINUTE,
    ])
    expect(retryAfter('deferred', MOST_DEFERRALS, 0)).toBeNull()
    expect(retryAfter('refused', 1, 0)).toBeNull()
  })
})
