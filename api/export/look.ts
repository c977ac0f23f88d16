import type { Db } from '../../db/client.ts'
import { listProjects, ofCustomers } from '../../db/customer/readCustomers.ts'
import { listLines } from '../../db/person/duty.ts'
import { listNames } from '../../db/person/readPeople.ts'
import { customer } from '../../db/schema/customer.ts'
import { region } from '../../db/schema/person.ts'
import { may, scopeOf, sideOf, type Grant } from '../../rules/permissions.ts'
import { roles, type Role } from '../../rules/roles.ts'
import type { Language, Text } from '../../rules/text.ts'

/** How ids and codes read in a file, in the reader's language. */
export interface Look {
  say(text: Text): string
  person(id: string | null): string
  region(id: string | null): string
  /** The number of a telephone line of ours. */
  line(id: string): string
  /** A customer, or a project with its customer, as far as the reader may see them. */
  served(id: string | null): string
  /** Who bears something: a person by name, else a role by what it is called. */
  party(personId: string | null, role: string | null): string
  /** One of several words, or the code itself where it has none. */
  word(words: Readonly<Record<string, Text>>, code: string | null): string
}

const somebody = { zh: '人员', en: 'Person' }
const unit = { zh: '本部门', en: 'The unit' }

/** Reads the names that a file will need. Who may not read the register is told that it is a person, not who. */
export async function lookFor(db: Db, grants: readonly Grant[], language: Language): Promise<Look> {
  const known = may(grants, 'person.read')
  const names = new Map(known ? (await listNames(db, sideOf(grants))).map((one) => [one.id, one.name]) : [])
  const regions = new Map((await db.select().from(region)).map((one) => [one.id, one.name]))
  const lines = new Map((await listLines(db, sideOf(grants))).map((one) => [one.id, one.number]))
  const scope = scopeOf(grants, 'customer.read')
  const customers = db.select({ id: customer.id, name: customer.name }).from(customer).where(ofCustomers(scope))
  const served = new Map([
    ...(await customers).map((one) => [one.id, one.name] as const),
    ...(await listProjects(db, scope)).map((one) => [one.id, `${one.customerName} · ${one.name}`] as const),
  ])
  const say = (text: Text) => text[language]
  const person = (id: string | null) => (id === null ? '' : (names.get(id) ?? say(somebody)))
  return {
    say,
    person,
    region: (id) => (id === null ? '' : (regions.get(id) ?? '')),
    line: (id) => lines.get(id) ?? '',
    served: (id) => (id === null ? '' : (served.get(id) ?? '')),
    party: (id, role) => (id ? person(id) : role && role in roles ? say(roles[role as Role]) : say(unit)),
    word: (words, code) => (code === null ? '' : words[code] ? say(words[code]) : code),
  }
}
