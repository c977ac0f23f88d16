import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openapi } from '../api/http/openapi.ts'
import { routes } from '../api/routes.ts'
import { roleIds } from '../rules/roles.ts'
import { formatted } from './format.ts'
import { ROOT } from './settings.ts'

/** Where the types of the API stand, as the pages use them. */
export const API_TYPES = join(ROOT, 'web/client/schema.ts')

interface Schema {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  items?: Schema
  prefixItems?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: Schema | boolean
}
interface Operation {
  parameters: { name: string; in: string; required: boolean; schema: Schema }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>
}

const PRIMITIVES: Record<string, string> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
}
const either = (parts: string[], by: string) => [...new Set(parts)].map((part) => `(${part})`).join(by)

/** A JSON schema as a TypeScript type. Throws on what it doesn't know: a type that says too little helps nobody. */
function typeOf(schema: Schema): string {
  if (schema.$ref) return `Schemas['${schema.$ref.split('/').at(-1)}']`
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum && String(schema.enum) === String(roleIds)) return 'Role'
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  const union = schema.anyOf ?? schema.oneOf
  if (union) return either(union.map(typeOf), ' | ')
  if (schema.allOf) return either(schema.allOf.map(typeOf), ' & ')
  if (Array.isArray(schema.type))
    return either(
      schema.type.map((type) => typeOf({ ...schema, type })),
      ' | ',
    )
  if (schema.prefixItems) return `[${schema.prefixItems.map(typeOf).join(', ')}]`
  if (schema.type === 'array') return `(${typeOf(schema.items ?? {})})[]`
  if (schema.type === 'object') return objectOf(schema)
  if (schema.type === undefined) return 'unknown'
  const primitive = PRIMITIVES[schema.type]
  if (!primitive) throw new Error(`no type for a schema of type ${schema.type}`)
  return primitive
}

function objectOf({ properties, required = [], additionalProperties }: Schema): string {
  if (!properties) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown'
    return `Record<string, ${value}>`
  }
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  return `{ ${fields.join('; ')} }`
}

function contentOf(content: Record<string, { schema: Schema }> | undefined): string {
  if (!content) return 'undefined'
  const json = content['application/json']
  if (json) return typeOf(json.schema)
  return 'Blob'
}

function operationOf({ parameters, requestBody, responses }: Operation): string {
  const of = (where: string) => {
    const own = parameters.filter((one) => one.in === where && one.name !== 'lang')
    const fields = own.map(
      ({ name, required, schema }) => `${JSON.stringify(name)}${required ? '' : '?'}: ${typeOf(schema)}`,
    )
    return fields.length > 0 ? `{ ${fields.join('; ')} }` : 'undefined'
  }
  const [good] = Object.entries(responses).filter(([status]) => status.startsWith('2'))
  const parts = {
    params: of('path'),
    query: of('query'),
    body: contentOf(requestBody?.content),
    answer: contentOf(good?.[1].content),
  }
  return `{ ${Object.entries(parts)
    .map(([name, type]) => `${name}: ${type}`)
    .join('; ')} }`
}

/** The types of every route, as text: made from the same description that the API gives of itself. */
export async function apiTypes(): Promise<string> {
  const { paths, components } = openapi(routes) as unknown as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, Schema> }
  }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => `'${method} ${path}': ${operationOf(operation)}`),
  )
  const schemas = Object.entries(components.schemas).map(([name, schema]) => `${name}: ${typeOf(schema)}`)
  const text = `// Made by \`npm run web:types\` from the routes of the API. Do not edit.
import type { Role } from '../../rules/roles.ts'

export interface Schemas { ${schemas.join('; ')} }
export interface Operations { ${operations.join('; ')} }
`
  return formatted(API_TYPES, text)
}

/** Whether the committed types are those of the routes as they are now. */
export async function apiTypesAreCurrent(): Promise<boolean> {
  return readFileSync(API_TYPES, 'utf8') === (await apiTypes())
}

export const writeApiTypes = async () => writeFileSync(API_TYPES, await apiTypes())
