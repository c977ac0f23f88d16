import { z } from 'zod'

/** An id of ours. */
export const zId = z.string().min(1).max(64)
export const byId = z.object({ id: zId })

/** Words people wrote: not empty, and short enough to be what the field asks for. */
export const zText = (max = 200) => z.string().trim().min(1).max(max)

/** A yes or no in a query. */
export const zFlag = z.stringbool({ truthy: ['true', '1'], falsy: ['false', '0'] })

/** The same fields, each optional, but at least one. */
export const patchOf = <T extends z.ZodRawShape>(schema: z.ZodObject<T>) =>
  schema.partial().refine((change) => Object.keys(change).length > 0, { params: { problem: 'input.empty' } })
