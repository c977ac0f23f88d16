import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { refuse } from '../../rules/problem.ts'

/** House rule, after NIST SP 800-63B: length counts, composition rules don't. */
export const PASSWORD_LENGTH = { min: 10, max: 128 }

/** OWASP's first choice of cost for argon2id (the package's default kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, COST)

export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password)

/** @throws Refusal `account.weakPassword` */
export function checkPassword(password: string, field = 'password'): void {
  const { min, max } = PASSWORD_LENGTH
  const length = [...password].length
  if (length < min || length > max) refuse('account.weakPassword', { field, params: PASSWORD_LENGTH })
}

/** A password for somebody to read off a screen: 20 signs (about 99 bits), none that looks like another. */
export function randomPassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  return Array.from({ length: 20 }, () => signs[randomInt(signs.length)]).join('')
}
