import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROOT } from '../../scripts/settings.ts'

interface Service {
  image: string
  environment?: Record<string, string>
  command?: string[]
  restart?: string
  healthcheck?: { test: string[] }
  volumes?: string[]
  ports?: string[]
  container_name?: string
  depends_on?: Record<string, { condition: string }>
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> }
const services = Object.entries(compose.services)
const isOneShot = (service: Service) => service.restart?.startsWith('on-failure') ?? false

describe('docker-compose.yml', () => {
  it('keeps to the Compose Specification', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    addFormats.default(ajv)
    const validate = ajv.compile(JSON.parse(read('tests/fixtures/compose/compose-spec.json')) as object)
    validate(compose)
    expect(validate.errors).toBeNull()
    // the schema would say so if something were wrong
    expect(validate({ services: { postgres: { imago: 'postgres:18' } } })).toBe(false)
  })

  it('holds no secret: each comes from the environment and is missed loudly', () => {
    const secrets = services.flatMap(([name, { environment = {} }]) =>
      Object.entries(environment)
        .filter(([key]) => /PASSWORD|PWD|SECRET|TOKEN|DATABASE_URL/.test(key))
        .map(([key, value]) => [`${name} ${key}`, value] as const),
    )
    expect(secrets.length).toBeGreaterThan(5)
    for (const [place, value] of secrets)
      expect(value, place).toMatch(/^(postgres:\/\/shouyue:)?\$\{[A-Z_]+:\?[^}]+\}(@.*)?$/)
  })

  it('asks in the example for every variable that it can not do without, and gives none of them a value', () => {
    const wanted = new Set([...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map((match) => match[1]))
    const example = [...read('docker/example.env').matchAll(/^([A-Z_]+)=(.*)$/gm)]
    expect(new Set(example.map((match) => match[1]))).toEqual(wanted)
    expect(example.map((match) => match[2]).join('')).toBe('')
  })

  it.each(services)('%s is watched, or runs once', (_name, service) => {
    expect(Boolean(service.healthcheck)).toBe(!isOneShot(service))
  })

  it.each(services)('%s waits for the health, or the end, of what it needs', (_name, { depends_on = {} }) => {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const needed = compose.services[name]
      expect(needed, name).toBeDefined()
      expect(condition).toBe(isOneShot(needed!) ? 'service_completed_successfully' : 'service_healthy')
    }
  })

  it.each(services)('%s mounts and runs files that exist', (_name, { volumes = [], command = [] }) => {
    const mounted = volumes.filter((volume) => volume.startsWith('./')).map((volume) => volume.split(':')[0]!)
    const run = command.filter((word) => word.endsWith('.ts'))
    for (const path of [...mounted, ...run]) expect(existsSync(join(ROOT, path)), path).toBe(true)
  })

  it('publishes on this machine only, and the worker can be scaled', () => {
    for (const [name, { ports = [] }] of services)
      for (const port of ports) expect(port, name).toMatch(/^127\.0\.0\.1:/)
    expect(compose.services['worker']).not.toHaveProperty('container_name')
    expect(compose.services['worker']).not.toHaveProperty('ports')
  })
})
