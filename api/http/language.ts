import type { Request } from 'express'
import type { Language } from '../../rules/text.ts'

/** The caller's language: `?lang=`, else the first of Accept-Language that we speak, else Chinese. */
export function languageOf(req: Pick<Request, 'query' | 'headers'>): Language {
  const asked = req.query['lang']
  if (asked === 'zh' || asked === 'en') return asked
  const spoken = (req.headers['accept-language'] ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...params] = entry.trim().toLowerCase().split(';')
      const q = params.map((p) => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean)
      return { tag: tag.split('-')[0] ?? '', q: q === undefined ? 1 : Number(q) }
    })
    .filter(({ tag, q }) => (tag === 'zh' || tag === 'en') && q > 0)
    .sort((a, b) => b.q - a.q)
  return spoken[0]?.tag === 'en' ? 'en' : 'zh'
}
