import { eq } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { createRegion } from '../person/regions.ts'
import { region } from '../schema/person.ts'
import type { Kind } from './columns.ts'
import { importCustomer } from './customers.ts'
import { importEquipment } from './equipment.ts'
import type { Cells, Importer } from './importFile.ts'
import { importDuty, importLine } from './lines.ts'
import { importHandover, importTask } from './matters.ts'
import { importNumber } from './numbers.ts'
import { importOpening } from './openings.ts'
import { importPerson } from './people.ts'
import { importBinding, importProject } from './projects.ts'

/** Writes one row. What has to wait until every row stands (a superior further down) is returned as a task. */
type Write<K extends Kind> = (tx: Tx, cells: Cells<K>, by: Importer) => Promise<void | ((tx: Tx) => Promise<void>)>

const importRegion: Write<'regions'> = async (tx, cells) => {
  const changed = await tx
    .update(region)
    .set({ name: cells.name })
    .where(eq(region.code, cells.code))
    .returning({ id: region.id })
  if (changed.length === 0) await createRegion(tx, cells)
}

export const writers: { [K in Kind]: Write<K> } = {
  people: importPerson,
  regions: importRegion,
  numbers: importNumber,
  lines: importLine,
  duty: importDuty,
  customers: importCustomer,
  projects: importProject,
  equipment: importEquipment,
  policies: importBinding,
  openings: importOpening,
  tasks: importTask,
  handovers: importHandover,
}
