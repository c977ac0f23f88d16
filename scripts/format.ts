import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, type FormatConfig } from 'oxfmt'
import { ROOT } from './settings.ts'

/** A text that is written by a script, formatted as `npm run format` would format that file. */
export async function formatted(path: string, text: string): Promise<string> {
  const options = JSON.parse(readFileSync(join(ROOT, '.oxfmtrc.json'), 'utf8')) as FormatConfig
  return (await format(path, text, options)).code
}
