import type { Context } from './route.ts'

/**
 * The address by which somebody outside reaches us: the one that is set, or else the one that this request came to. What
 * follows a `#` stays in the browser, so a token there reaches no log of ours or of a proxy's.
 */
export function publicUrl({ services, headers }: Pick<Context, 'services' | 'headers'>, path: string): string {
  const scheme = process.env['SHOUYUE_HTTPS'] === 'true' ? 'https' : 'http'
  const base = services.publicUrl ?? headers['origin']?.toString() ?? `${scheme}://${headers['host']?.toString() ?? ''}`
  return base.replace(/\/$/, '') + path
}
