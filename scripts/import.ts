import { readFile } from 'node:fs/promises'
import { procedures } from '../api/procedures.ts'
import { audit } from '../db/audit.ts'
import { kinds, type Kind } from '../db/import/columns.ts'
import { importFile } from '../db/import/importFile.ts'
import { problemText } from '../rules/problem.ts'
import { asStop } from './refused.ts'
import { command, say, Stop } from './say.ts'
import { withDatabase } from './withDatabase.ts'

const isKind = (word: string | undefined): word is Kind => kinds.some((kind) => kind === word)

/** `npm run import -- <kind> <file.csv|file.xlsx> [--dry-run] [--partial]`: loads a part of the register, as the API's import does. */
await command(async () => {
  const words = process.argv.slice(2)
  const [kind, file] = words.filter((word) => !word.startsWith('--'))
  if (!isKind(kind) || !file) {
    const usage = `npm run import -- <${kinds.join('|')}> <file.csv|file.xlsx> [--dry-run] [--partial]`
    throw new Stop(`用法：${usage}`, `Usage: ${usage}`)
  }
  const bytes = await readFile(file).catch(() => {
    throw new Stop(`无法读取文件：${file}`, 'That file cannot be read')
  })
  const options = { dryRun: words.includes('--dry-run'), partial: words.includes('--partial') }
  const now = Date.now()
  const report = await withDatabase((db) =>
    db.transaction(async (tx) => {
      const done = await importFile(tx, kind, bytes, { now, caller: null, procedures }, options)
      const detail = { rows: done.rows, written: done.written }
      if (!done.dryRun)
        await audit(tx, {
          at: now,
          personId: null,
          door: 'console',
          action: 'person.import',
          noun: 'import',
          subjectId: kind,
          detail,
        })
      return done
    }),
  ).catch(asStop)
  for (const { line, column, code, params } of report.errors)
    say(`  第 ${line} 行 ${column ?? ''} ${problemText(code, 'zh', params)}`, problemText(code, 'en', params))
  say(`${report.rows} 行，写入 ${report.written} 行`, `${report.rows} rows, ${report.written} written`)
})
