/** Money as people write it, from fen. */
export const money = (fen: number) => `${fen < 0 ? '−' : ''}¥${(Math.abs(fen) / 100).toFixed(2)}`
