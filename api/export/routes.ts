import { caseExports } from './tables/cases.ts'
import { detailExports } from './tables/details.ts'
import { figureExports } from './tables/figures.ts'
import { organisationExports } from './tables/organisation.ts'
import { payExports } from './tables/pay.ts'
import { registerExports } from './tables/register.ts'
import { resultExports } from './tables/results.ts'
import { rulebookExports } from './tables/rulebooks.ts'

/** Every list that can be taken along as an Excel file. A new one is a line in `tables/`. */
export const exportRoutes = [
  ...caseExports,
  ...resultExports,
  ...payExports,
  ...figureExports,
  ...registerExports,
  ...organisationExports,
  ...rulebookExports,
  ...detailExports,
]
