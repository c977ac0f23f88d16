import { roles, type Role } from '../../rules/roles.ts'
import { useSay } from '../language.tsx'
import { Clause } from '../parts/Clause.tsx'
import { TextField } from '../parts/Field.tsx'
import type { Fields } from '../parts/useFields.ts'
import { texts } from '../texts/index.ts'
import { changes as words } from '../texts/staffChanges.ts'
import { brokenLabel } from './broken.ts'
import { isDemand, type Preview, type Site } from './usePlan.ts'

/** Whether the dates hold, what doesn't and why, and whom to ask to waive it. */
export function DateChecks({ of, site, fields }: { of: Preview; site: Site; fields: Fields }) {
  const say = useSay()
  const { check, handoverDays } = of
  const names = (some: readonly Role[]) => some.map((role) => say(roles[role])).join(say(texts.common.comma))
  const asked = (fields.values['asks'] ?? '').split(',').filter(Boolean)
  const tick = (promise: string, on: boolean) =>
    fields.set({ asks: [...asked.filter((one) => one !== promise), ...(on ? [promise] : [])].join() })
  const bodies: Readonly<Record<string, readonly Role[]>> = {
    notice: site.noticeTo,
    leadTime: site.approvers,
    replace: ['clientInformation'],
  }
  return (
    <div className="stack tight" aria-live="polite">
      {check.replaceByOn && <p>{say(words.replaceBy, { on: check.replaceByOn })}</p>}
      <p>
        <span className={`mark ${check.holds ? 'good' : 'bad'}`}>
          {say(check.holds ? words.allHold : words.someBreak)}
        </span>
      </p>
      {check.broken.length > 0 && (
        <ul className="promises">
          {check.broken.map(({ promise, clause, plannedOn, latestOn, earliestOn }) => (
            <li key={promise} className="late">
              {say(promise === 'replace' ? words.breaksBehind : words.breaks, {
                what: brokenLabel(promise, say),
                planned: plannedOn,
                latest: latestOn,
                earliest: earliestOn,
              })}
              <Clause id={clause} title={null} />
              {promise in bodies && (
                <label className="chip">
                  <input
                    type="checkbox"
                    checked={asked.includes(promise)}
                    onChange={({ target }) => tick(promise, target.checked)}
                  />
                  {say(words.askWaiver, { who: names(bodies[promise]!) })}
                </label>
              )}
            </li>
          ))}
        </ul>
      )}
      {handoverDays === null && <p className="soft">{say(words.blankHandover)}</p>}
      {handoverDays !== null && !isDemand(fields.values) && (
        <TextField
          of={fields}
          name="handoverDays"
          type="number"
          optional
          label={say(words.shorter)}
          hint={say(words.shorterHelp, { who: names([site.shorterConsentBy]) })}
        />
      )}
      {check.provisional && <p className="mark warn">{say(words.provisional)}</p>}
    </div>
  )
}
