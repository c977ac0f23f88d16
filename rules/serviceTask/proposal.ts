import type { Text } from '../text.ts'

/** An engineer who might take a task, as the register and the open tasks show them now. */
export interface Candidate {
  personId: string
  /** Works in the task's region. */
  inRegion: boolean
  /** Holds the role everywhere, so no region is foreign. */
  anyRegion: boolean
  /** For the product of the task, 1 to 5; null: not known to service it, or no product is named. */
  skillLevel: number | null
  absent: boolean
  /** Tasks they have open. */
  openTasks: number
}

export interface Proposal extends Candidate {
  rank: number
  /** Why they stand where they stand. */
  reasons: Text[]
}

/**
 * Orders engineers for a task by region of responsibility and skill (S0-A-3.2), with the reasons: who is here before
 * who is away, then the task's region, then skill, then the fewest open tasks. The supervisor decides.
 */
export function propose(candidates: readonly Candidate[], product: string | null): Proposal[] {
  return [...candidates]
    .sort(
      (a, b) =>
        Number(a.absent) - Number(b.absent) ||
        regionRank(a) - regionRank(b) ||
        (b.skillLevel ?? 0) - (a.skillLevel ?? 0) ||
        a.openTasks - b.openTasks ||
        (a.personId < b.personId ? -1 : 1),
    )
    .map((one, index) => ({ ...one, rank: index + 1, reasons: reasonsOf(one, product) }))
}

const regionRank = (one: Candidate) => (one.inRegion ? 0 : one.anyRegion ? 1 : 2)

const REGION: readonly Text[] = [
  { zh: '负责该区域', en: 'responsible for the region' },
  { zh: '不限区域', en: 'not bound to a region' },
  { zh: '负责其他区域', en: 'responsible for other regions' },
]

function reasonsOf(one: Candidate, product: string | null): Text[] {
  const skill = (level: number | null): Text =>
    level === null
      ? { zh: '未登记该产品技能', en: 'no skill recorded for the product' }
      : { zh: `该产品技能 ${level} 级`, en: `skill level ${level} for the product` }
  return [
    REGION[regionRank(one)]!,
    ...(product === null ? [] : [skill(one.skillLevel)]),
    { zh: `在办任务 ${one.openTasks} 项`, en: `${one.openTasks} open tasks` },
    ...(one.absent ? [{ zh: '目前不在岗', en: 'absent at present' }] : []),
  ]
}
