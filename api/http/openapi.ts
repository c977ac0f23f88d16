import { z } from 'zod'
import { MEDIA_TYPES, TABLE_TYPES } from '../../rules/attachment/mediaType.ts'
import { permissions } from '../../rules/permissions.ts'
import type { Text } from '../../rules/text.ts'
import type { Route } from './route.ts'

type Json = Record<string, unknown>

const title: Text = { zh: '守约 API', en: 'Shouyue API' }

/** OpenAPI 3.1, made from the declared routes: their schemas as they travel (instants are text), summaries in both languages. */
export function openapi(routes: readonly Route[]): Json {
  const schemas: Json = { Problem: problemSchema }
  const paths: Record<string, Json> = {}
  for (const route of routes) {
    const path = route.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: { title: `${title.zh} · ${title.en}`, version: '1' },
    servers: [{ url: '/' }],
    security: [{ session: [] }, { bearer: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'shouyue.session_token' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function operation(route: Route, schemas: Json): Json {
  const writes = route.method !== 'get'
  return {
    operationId: operationId(route),
    tags: [route.path.split('/')[2] ?? 'api'],
    summary: `${route.summary.zh} · ${route.summary.en}`,
    ...(route.action === 'public'
      ? { security: [] }
      : { 'x-action': route.action, 'x-roles': permissions[route.action] }),
    parameters: [
      ...parameters(route.params, 'path', schemas),
      ...parameters(route.query, 'query', schemas),
      languageParameter,
      ...(writes && !route.outside && route.action !== 'public' ? [keyParameter] : []),
    ],
    ...(route.body && { requestBody: requestBody(route.body, schemas) }),
    responses: {
      ...(route.response
        ? { [route.status ?? 200]: responseOf(route.response, schemas) }
        : { 204: { description: 'OK' } }),
      default: content('RFC 9457', 'application/problem+json', { $ref: '#/components/schemas/Problem' }),
    },
  }
}

/** `get /api/people/:id/roles` → `getPeopleByIdRoles`. */
function operationId({ method, path }: Route): string {
  const words = path
    .split('/')
    .slice(2)
    .map((part) => (part.startsWith(':') ? `by-${part.slice(1)}` : part))
  return [method, ...words].join('-').replace(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** The schema as JSON Schema 2020-12; what carries an id moves to the components. */
function schemaOf(schema: z.ZodType, schemas: Json): Json {
  const { $defs, ...rest } = z.toJSONSchema(schema, { io: 'input' }) as Json & { $defs?: Json }
  delete rest['$schema']
  const hoisted = (part: unknown) =>
    JSON.parse(JSON.stringify(part).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json
  for (const [id, def] of Object.entries($defs ?? {})) schemas[id] = hoisted(def)
  return hoisted(rest)
}

function parameters(schema: z.ZodType | undefined, where: 'path' | 'query', schemas: Json): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schemaOf(schema, schemas) as { properties?: Json; required?: string[] }
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }))
}

const content = (description: string, type: string, schema: Json) => ({ description, content: { [type]: { schema } } })

const binary = { type: 'string', format: 'binary' }
const ofAttachments = () => Object.fromEntries(Object.keys(MEDIA_TYPES).map((type) => [type, { schema: binary }]))

const responseOf = (response: z.ZodType | 'file', schemas: Json) =>
  response === 'file'
    ? { description: 'OK', content: ofAttachments() }
    : content('OK', 'application/json', schemaOf(response, schemas))

const requestBody = (body: z.ZodType | 'table' | 'file', schemas: Json) => ({
  required: true,
  content:
    body === 'table'
      ? Object.fromEntries(TABLE_TYPES.map((type) => [type, { schema: binary }]))
      : body === 'file'
        ? ofAttachments()
        : { 'application/json': { schema: schemaOf(body, schemas) } },
})

const languageParameter = { name: 'lang', in: 'query', required: false, schema: { type: 'string', enum: ['zh', 'en'] } }
const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

const text = { type: 'string' }
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    instance: text,
    code: text,
    clause: text,
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: text, detail: text, expected: text, clause: text },
      },
    },
  },
}
