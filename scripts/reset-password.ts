import { audit } from '../db/audit.ts'
import { setPassword, userNamed } from '../db/auth/account.ts'
import { randomPassword } from '../db/auth/password.ts'
import { asStop } from './refused.ts'
import { command, say, Stop } from './say.ts'
import { withDatabase } from './withDatabase.ts'

/** `npm run reset-password -- <user>`: a new random password, shown once; the user is signed out everywhere. */
await command(async () => {
  const [username] = process.argv.slice(2)
  if (!username) throw new Stop('用法：npm run reset-password -- <用户名>', 'Usage: npm run reset-password -- <user>')
  const password = randomPassword()
  await withDatabase((db) =>
    db.transaction(async (tx) => {
      const user = await userNamed(tx, username)
      await setPassword(tx, user.id, password)
      const facts = { at: Date.now(), personId: null, door: 'console', action: 'account.reset' }
      await audit(tx, { ...facts, noun: 'person', subjectId: user.personId })
    }),
  ).catch(asStop)
  say(`${username} 的新密码（只显示一次）：${password}`, 'the new password, shown once')
})
