import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits, as they stand in a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token that only its holder may know: SHA-256, in hex. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
