/** Tables whose rows say that a case changed. Verbs write facts, put files or make links; the timer and the sweep change promises. */
const OF_CASES = ['fact', 'obligation', 'consequence', 'attachment', 'customer_link']

const trigger = (table: string, on: 'insert' | 'update', noting: string) => `
  create or replace trigger note_${on} after ${on} on ${table}
  referencing new table as changed for each statement execute function ${noting}();`

/**
 * Makes every transaction leave a row in `change` for the cases and the people's notices it touched. Run after the
 * migrations, again and again: it replaces what stands.
 */
export const liveTriggers = `
  create or replace function note_cases() returns trigger language plpgsql as $$ begin
    insert into change (case_id) select distinct case_id from changed where case_id is not null on conflict do nothing;
    return null;
  end $$;
  create or replace function note_people() returns trigger language plpgsql as $$ begin
    insert into change (person_id) select distinct person_id from changed where channel = 'inApp' on conflict do nothing;
    return null;
  end $$;
  ${OF_CASES.flatMap((table) => [trigger(table, 'insert', 'note_cases'), trigger(table, 'update', 'note_cases')]).join('')}
  ${trigger('notification', 'insert', 'note_people')}${trigger('notification', 'update', 'note_people')}`
