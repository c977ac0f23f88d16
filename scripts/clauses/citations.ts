import ts from 'typescript'

/** What looks like a clause id: the seed, perhaps a rulebook (`A-`, `T2-`), then a number, perhaps behind a letter or two. */
const token = /(?<![\w-])S\d-(?:[A-Z]\d?-)?[A-Za-z]{0,2}\d[\w.()-]*/g

/** Cuts what belongs to the sentence rather than to the id: a final stop or dash, and a bracket the id never opened. */
function trim(id: string): string {
  const last = id.at(-1)!
  const unopened = last === ')' && id.split(')').length > id.split('(').length
  return unopened || '.-_'.includes(last) ? trim(id.slice(0, -1)) : id
}

/** Every clause id written anywhere in a text, known or not, each once, in order of appearance. */
export function citedIn(text: string): string[] {
  return [...new Set(text.match(token)?.map(trim))]
}

/** The source without its `//` comments: those explain, while code and docstrings say what a file implements. */
export function withoutRemarks(source: string): string {
  return source.replace(/(^|\s)\/\/.*$/gm, '$1')
}

/** The texts given as `clause: '…'` in a source: what each parameter of a policy cites, be it an id or not. */
export function clauseFields(source: string): string[] {
  return [...source.matchAll(/\bclause:\s*(['"`])(.*?)\1/g)].map(([, , id]) => id!)
}

const testWords = new Set(['it', 'test', 'describe', 'property'])
const proveNothing = new Set(['skip', 'todo', 'fails'])

/** The words of a call such as `it.each(rows)('…')`: `['each', 'it']`; the last is what is called at the root. */
function calleeWords(callee: ts.Expression): string[] {
  if (ts.isIdentifier(callee)) return [callee.text]
  if (ts.isPropertyAccessExpression(callee)) return [callee.name.text, ...calleeWords(callee.expression)]
  if (ts.isCallExpression(callee)) return calleeWords(callee.expression)
  if (ts.isTaggedTemplateExpression(callee)) return calleeWords(callee.tag)
  return []
}

/** The fixed parts of a test's name. */
function nameText(name: ts.Expression): string {
  if (ts.isStringLiteralLike(name)) return name.text
  if (ts.isTemplateExpression(name))
    return name.head.text + name.templateSpans.map((s) => `…${s.literal.text}`).join('')
  if (ts.isBinaryExpression(name)) return nameText(name.left) + nameText(name.right)
  return ''
}

/** The names of the tests and groups of a test file that run; skipped ones, and all inside them, are left out. */
function testNames(source: string): string[] {
  const names: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.arguments[0]) {
      const words = calleeWords(node.expression)
      if (testWords.has(words.at(-1) ?? '')) {
        if (words.some((word) => proveNothing.has(word))) return
        names.push(nameText(node.arguments[0]))
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('test.tsx', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX))
  return names
}

/** The ids in square brackets in the names of a file's tests, one or several to a bracket, known or not, each once. */
export function provenIn(source: string): string[] {
  if (!/\[[^\]]*S\d-/.test(source)) return []
  const brackets = testNames(source).flatMap((name) => [...name.matchAll(/\[([^\]]*)\]/g)])
  return [...new Set(brackets.flatMap(([, inside]) => inside!.split(/[\s,;、；]+/)).filter((id) => /^S\d-/.test(id)))]
}
