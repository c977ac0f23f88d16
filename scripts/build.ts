import { buildPages } from './pages.ts'
import { buildPrograms } from './programs.ts'
import { command, step } from './say.ts'

/** `npm run build`: builds the pages and the programs where they are older than their sources. `npm start` does so by itself. */
await command(async () => {
  await step('页面与程序', 'pages and programs', () => Promise.all([buildPages(), buildPrograms()]))
})
