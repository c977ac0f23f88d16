import { caseExports } from './tables/cases.ts'
import { payExports } from './tables/pay.ts'
import { registerExports } from './tables/register.ts'
import { resultExports } from './tables/results.ts'

/** Every list that can be taken along as an Excel file. A new one is a line in `tables/`. */
export const exportRoutes = [...caseExports, ...resultExports, ...payExports, ...registerExports]
