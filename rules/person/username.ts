export const USERNAME_LENGTH = { min: 2, max: 40 }

/** Letters of any script, digits, and `_ . -`. */
export const isUsername = (name: string): boolean => /^[\p{L}\p{N}_.-]{2,40}$/u.test(name)
