import { COMPLAINT_LEVELS, STOPPAGE_MANNERS, type Ground } from '../../rules/accident/grounds.ts'
import { groundText } from '../texts/accidents.ts'

/** Every ground that the definitions know, by a name that a field can hold. */
const grounds: Readonly<Record<string, Ground>> = Object.fromEntries(
  [
    ...COMPLAINT_LEVELS.map((level): Ground => ({ kind: 'complaint', level })),
    ...STOPPAGE_MANNERS.map((manner): Ground => ({ kind: 'stoppage', manner })),
    { kind: 'lateReport' } as const,
  ].map((ground) => [Object.values(ground).join('.'), ground]),
)

/** The ground that a field names. Throws where it names none. */
export function groundOf(name: string): Ground {
  const ground = grounds[name]
  if (!ground) throw new Error(`no ground ${name}`)
  return ground
}

export const groundOptions = Object.entries(grounds).map(([value, ground]) => ({ value, label: groundText(ground) }))
