import { buildPages } from './pages.ts'
import { command, step } from './say.ts'

/** `npm run web:build`: builds the pages where they are older than their sources. `npm start` does so by itself. */
await command(() => step('页面', 'pages', buildPages))
