import { Refusal } from '../rules/problem.ts'

interface DatabaseError {
  code?: string
  detail?: string
  constraint_name?: string
}

/** The database's own error beneath whatever wraps it: SQLSTATE and constraint, without the statement or its values. */
export function databaseErrorOf(error: unknown): DatabaseError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code } = at as DatabaseError
    if (typeof code === 'string' && /^([0-9A-Z]{5}|E[A-Z]+|CONNECT\w+|CONNECTION_\w+)$/.test(code))
      return at as DatabaseError
  }
  return undefined
}

/** A rule of the tables that input ran against, as a refusal; undefined if the database is not what failed. */
export function refusalOfDatabase(error: unknown): Refusal | undefined {
  const known = databaseErrorOf(error)
  if (!known?.code) return undefined
  if (known.code === '23505' || known.code === '23P01') return new Refusal('input.exists', at(known))
  if (known.code === '23503')
    return known.detail?.includes('still referenced')
      ? new Refusal('input.inUse')
      : new Refusal('input.unknownReference', at(known))
  if (known.code === '23514')
    return known.constraint_name?.endsWith('_period')
      ? new Refusal('input.period', { field: 'toAt' })
      : new Refusal('input.invalid')
  if (known.code === 'SY001') return new Refusal('sample.apart')
  if (/^(08|57P|53)|^(ECONN|EPIPE|ETIMEDOUT|CONNECT)/.test(known.code)) return new Refusal('server.busy')
  return undefined
}

/** `Key (from_person_id, role)=(…)` names columns, which are the API's fields in snake case; the values stay unsaid. */
function at({ detail }: DatabaseError) {
  const column = /^Key \(([^)]*)\)/
    .exec(detail ?? '')?.[1]
    ?.split(', ')
    .at(-1)
  return column ? { field: column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) } : {}
}
