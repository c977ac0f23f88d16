import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

const spoken = (header?: string, lang?: string) =>
  languageOf({ headers: { 'accept-language': header }, query: lang ? { lang } : {} })

describe('the caller’s language', () => {
  it.each([
    [undefined, undefined, 'zh'],
    ['en', undefined, 'en'],
    ['en-GB,en;q=0.9,zh;q=0.8', undefined, 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', undefined, 'zh'],
    ['en;q=0.3, zh;q=0.7', undefined, 'zh'],
    ['fr, en;q=0', undefined, 'zh'],
    ['fr, de', undefined, 'zh'],
    ['zh', 'en', 'en'],
    ['en', 'zh', 'zh'],
    ['en', 'fr', 'en'],
  ])('Accept-Language %s, ?lang=%s → %s', (header, lang, expected) => expect(spoken(header, lang)).toBe(expected))
})
