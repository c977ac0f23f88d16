import { z } from 'zod'
import type { ProblemCode, ProblemText, RefusalDetails } from '../../rules/problem.ts'
import { problems, problemText, Refusal } from '../../rules/problem.ts'
import type { Language, Text } from '../../rules/text.ts'
import { refusalOfDatabase } from '../../db/refusalOfDatabase.ts'

/** RFC 9457. `errors` point into the body by JSON pointer (`#/calls/0/from`) or name a parameter (`?limit`). */
export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  instance: string
  code: ProblemCode
  clause?: string
  errors?: { pointer: string; detail: string; expected?: string; clause?: string }[]
}

const titles: Record<ProblemText['status'], Text> = {
  400: { zh: '请求有误', en: 'Bad request' },
  401: { zh: '未登录', en: 'Not signed in' },
  403: { zh: '无权操作', en: 'Not allowed' },
  404: { zh: '不存在', en: 'Not found' },
  409: { zh: '当前不允许', en: 'Not possible as things stand' },
  413: { zh: '内容过大', en: 'Too large' },
  415: { zh: '类型不符', en: 'Unsupported type' },
  422: { zh: '内容不符合要求', en: 'Not acceptable' },
  429: { zh: '过于频繁', en: 'Too many requests' },
  500: { zh: '内部错误', en: 'Internal error' },
  503: { zh: '暂不可用', en: 'Unavailable' },
}

/** Input that doesn't fit its schema, and which part of the request it came in. */
export class InvalidInput extends Error {
  readonly issues: readonly z.core.$ZodIssue[]
  readonly part: 'params' | 'query' | 'body'

  constructor(issues: readonly z.core.$ZodIssue[], part: 'params' | 'query' | 'body') {
    super('input.invalid')
    this.issues = issues
    this.part = part
  }
}

/** Puts whatever was thrown into words. What isn't a refusal, wrong input or a broken rule of the tables is ours: 500. */
export function problemOf(error: unknown, language: Language, requestId: string): Problem {
  if (error instanceof InvalidInput) {
    const errors = error.issues.flatMap((issue) => wordsOf(issue, error.part, language))
    return { ...bare('input.invalid', language, requestId), errors }
  }
  const refusal = error instanceof Refusal ? error : (refusalOfDatabase(error) ?? refusalOfBody(error))
  if (!refusal) return bare('server.failed', language, requestId, { params: { id: requestId } })
  return bare(refusal.code, language, requestId, refusal.details)
}

function bare(code: ProblemCode, language: Language, requestId: string, details: RefusalDetails = {}): Problem {
  const { status } = problems[code]
  const detail = problemText(code, language, details.params)
  return {
    type: `/problems/${code}`,
    title: titles[status][language],
    status,
    detail,
    instance: `urn:uuid:${requestId}`,
    code,
    ...(details.clause && { clause: details.clause }),
    ...errorsOf(details, detail, language),
  }
}

function errorsOf(
  { field, expected, each }: RefusalDetails,
  detail: string,
  language: Language,
): Pick<Problem, 'errors'> {
  const pointer = (path: string) => pointerOf(path.split('.'), 'body')
  if (each)
    return {
      errors: each.map(({ field: path, code, params, ...more }) => ({
        pointer: pointer(path),
        detail: problemText(code, language, params),
        ...more,
      })),
    }
  if (!field) return {}
  const said = typeof expected === 'object' ? expected[language] : expected
  return { errors: [{ pointer: pointer(field), detail, ...(said && { expected: said }) }] }
}

const locales = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

function wordsOf(issue: z.core.$ZodIssue, part: InvalidInput['part'], language: Language) {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key], part),
      detail: sentence(issue, language),
    }))
  const expected =
    'expected' in issue ? String(issue.expected) : 'values' in issue ? issue.values.join(' | ') : undefined
  return [{ pointer: pointerOf(issue.path, part), detail: sentence(issue, language), ...(expected && { expected }) }]
}

function sentence(issue: z.core.$ZodIssue, language: Language): string {
  if (issue.code === 'custom') {
    const code = issue.params?.['problem'] as ProblemCode | undefined
    return problemText(code ?? 'input.invalid', language)
  }
  if (issue.code === 'invalid_type' && issue.input === undefined) return problemText('input.required', language)
  const said = locales[language](issue as z.core.$ZodRawIssue)
  return (typeof said === 'string' ? said : said?.message) ?? problemText('input.invalid', language)
}

function pointerOf(path: readonly PropertyKey[], part: InvalidInput['part']): string {
  if (part !== 'body') return `${part === 'query' ? '?' : ':'}${path.map(String).join('.')}`
  return `#${path.map((key) => `/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')}`
}

/** What Express's body and path readers throw. */
function refusalOfBody(error: unknown): Refusal | undefined {
  const { type, status } = (error ?? {}) as { type?: string; status?: number }
  if (type === 'entity.too.large') return new Refusal('input.tooLarge')
  if (type === 'encoding.unsupported' || type === 'charset.unsupported')
    return new Refusal('input.wrongType', { params: { expected: 'application/json; charset=utf-8' } })
  if (status === 400) return new Refusal(error instanceof URIError ? 'input.notFound' : 'input.notJson')
  return undefined
}
