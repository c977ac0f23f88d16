/** Money as people write it, from fen. */
export const money = (fen: number) => `${fen < 0 ? '−' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}`

/** What somebody typed as yuan, in fen; undefined where it is no amount. */
export function fenOf(yuan: string | undefined): number | undefined {
  const [, whole, part = ''] = /^\s*(\d{1,9})(?:\.(\d{1,2}))?\s*$/.exec(yuan ?? '') ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
