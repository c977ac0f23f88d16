import { writeApiTypes } from './apiTypes.ts'
import { command } from './say.ts'

/** `npm run web:types`: writes the API's types for the pages anew. `--check` belongs to `npm run verify`. */
await command(writeApiTypes)
