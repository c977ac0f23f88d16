import { describe, expect, it } from 'vitest'
import { problems, problemText, refuse, Refusal, type ProblemCode } from './problem.ts'

const braces = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

describe('the words of a refusal', () => {
  it.each(Object.entries(problems))('%s says the same things in both languages', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).toMatch(/^[\x20-\x7e‘’“”–…·¥]+$/)
    expect(braces(zh)).toEqual(braces(en))
  })

  it('have their braces filled, with a text in the language asked for', () => {
    const params = { missing: { zh: '工号', en: 'Code' } }
    expect(problemText('import.columns', 'zh', params)).toBe('表头缺少以下列：工号。')
    expect(problemText('import.columns', 'en', params)).toBe('The header lacks these columns: Code.')
    expect(problemText('import.rows', 'en', { count: 3 })).toBe('3 rows are wrong; nothing was written.')
  })

  it('come from an error that carries its code, and no words of its own', () => {
    const code: ProblemCode = 'person.notFound'
    const thrown = (() => {
      try {
        return refuse(code, { field: 'personId', clause: 'S2-3.1.1c' })
      } catch (error) {
        return error
      }
    })()
    expect(thrown).toBeInstanceOf(Refusal)
    expect(thrown).toMatchObject({ code, message: code, details: { field: 'personId', clause: 'S2-3.1.1c' } })
  })
})
