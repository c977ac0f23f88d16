import { refuse } from '../../rules/problem.ts'

/** What stands in a part of an Excel file, one after the other. Names come without their namespace. */
export interface Token {
  kind: 'open' | 'close' | 'text'
  /** The element's name, or the text. */
  value: string
  /** An attribute of an opening tag, undefined where it has none. */
  attribute: (name: string) => string | undefined
}

const none = () => undefined

/**
 * Reads XML token by token, in time that grows with its length. Knows the five entities and numbers, and refuses a document
 * type, so nothing in a file can grow or be fetched.
 * @throws Refusal `import.notExcel`
 */
export function* tokens(xml: string): Generator<Token> {
  for (let at = 0; at < xml.length;) {
    const next = xml.indexOf('<', at)
    if (next !== at) {
      yield { kind: 'text', value: decoded(xml.slice(at, next < 0 ? undefined : next)), attribute: none }
      if (next < 0) return
    }
    if (xml.startsWith('<!--', next)) at = after(xml, '-->', next)
    else if (xml.startsWith('<?', next)) at = after(xml, '?>', next)
    else if (xml.startsWith('<![CDATA[', next)) {
      at = after(xml, ']]>', next)
      yield { kind: 'text', value: xml.slice(next + 9, at - 3), attribute: none }
    } else if (xml[next + 1] === '!') return refuse('import.notExcel')
    else {
      at = endOfTag(xml, next)
      yield* tag(xml.slice(next + 1, at - 1))
    }
  }
}

function* tag(inside: string): Generator<Token> {
  const closes = inside.startsWith('/')
  const name = /^\/?(?:[\w.-]+:)?([\w.-]+)/.exec(inside)?.[1] ?? refuse('import.notExcel')
  if (!closes) yield { kind: 'open', value: name, attribute: (wanted) => attributeOf(inside, wanted) }
  if (closes || inside.endsWith('/')) yield { kind: 'close', value: name, attribute: none }
}

function attributeOf(inside: string, wanted: string): string | undefined {
  for (const [, name, double, single] of inside.matchAll(/\s(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (name === wanted) return decoded(double ?? single ?? '')
  return undefined
}

/** Where a tag ends: a `>` within quotes doesn't end it. */
function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at++) {
    const letter = xml[at]!
    if (quote) quote = letter === quote ? '' : quote
    else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at + 1
  }
  return refuse('import.notExcel')
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from)
  return at < 0 ? refuse('import.notExcel') : at + mark.length
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole
      const code = hex ? parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
