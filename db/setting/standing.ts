import { sql } from 'drizzle-orm'
import type { MorningStep } from '../../rules/firstMorning/steps.ts'
import type { Db } from '../client.ts'

/** How much of the real department stands already, by step; samples don't count. */
export async function standing(db: Db): Promise<Record<Exclude<MorningStep, 'company'>, number>> {
  const [row] = await db.execute<Record<Exclude<MorningStep, 'company'>, number>>(sql`
    select
      (select count(*)::int from region where sample is null) as regions,
      (select count(*)::int from person where sample is null and kind <> 'service') as people,
      (select count(*)::int from auth_user u join person p on p.id = u.person_id
        where p.sample is null and p.kind <> 'service') as accounts,
      (select count(*)::int from customer where sample is null) as customers,
      (select count(*)::int from project where sample is null) as projects,
      (select count(*)::int from equipment e join customer c on c.id = e.customer_id where c.sample is null) as equipment,
      (select count(*)::int from line where sample is null) as lines,
      (select count(*)::int from phone_number n
        left join person p on p.id = n.person_id
        left join contact k on k.id = n.contact_id
        left join customer c on c.id = k.customer_id
        where coalesce(p.sample, c.sample) is null) as numbers,
      (select count(*)::int from duty_roster d join line l on l.id = d.line_id where l.sample is null) as duty,
      (select count(*)::int from policy_binding where sample is null) as policies,
      (select count(*)::int from fact f join "case" k on k.id = f.case_id
        where k.sample is null and f.key like 'opening:%') as openings,
      (select count(*)::int from "case" where sample is null and kind = 'serviceTask' and state = 'open') as tasks,
      (select count(*)::int from "case" where sample is null and kind = 'staffChange' and state = 'open') as handovers`)
  return row!
}
