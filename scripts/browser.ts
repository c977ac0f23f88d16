import chromium from '@sparticuz/chromium'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { chromium as playwright, type Browser } from 'playwright-core'

/** What a Chrome or Chromium is called where one is installed. */
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'chrome', 'msedge']
const MAC = ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

function installed(): string | undefined {
  const given = process.env.SHOUYUE_BROWSER
  if (given) return given === 'packaged' ? undefined : given
  const folders = (process.env.PATH ?? '').split(delimiter)
  const paths = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...MAC]
  return paths.find((path) => existsSync(path))
}

/** A machine without a browser gets one that came with the packages; unpacking it takes a moment, once. */
export async function unpackBrowser(): Promise<void> {
  if (!installed()) await chromium.executablePath()
}

/** Chinese letters on machines that have no font for them: fontconfig is told of the one among the packages. */
function fonts(): Record<string, string> {
  const folder = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts')
  const cache = join(tmpdir(), 'shouyue-fonts')
  mkdirSync(cache, { recursive: true })
  const file = join(cache, 'fonts.conf')
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  )
  return { FONTCONFIG_FILE: file }
}

/** Opens a browser without a window: one of this machine, else the packaged one. `SHOUYUE_BROWSER` names another. */
export async function openBrowser(): Promise<Browser> {
  const path = installed()
  const env = { ...(process.env as Record<string, string>), ...fonts() }
  const args = path ? ['--no-sandbox'] : chromium.args.filter((arg) => !arg.startsWith('--headless'))
  return playwright.launch({ executablePath: path ?? (await chromium.executablePath()), args, env, headless: true })
}
