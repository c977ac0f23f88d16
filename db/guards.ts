const guard = (name: string, on: 'update' | 'delete', table: string, when = 'true') => `
  create or replace trigger ${name} before ${on} on ${table}
  for each row when (${when}) execute function refuse_change();`

/**
 * Nobody records anything in a matter of the other side: the people of a sample department or a demo run in theirs alone,
 * and the house's own in the house's.
 */
const apart = `
  create or replace function refuse_stranger() returns trigger language plpgsql as $$ begin
    if (select sample from person where id = new.by_id) is distinct from (select sample from "case" where id = new.case_id) then
      raise exception 'a fact of the other side' using errcode = 'SY001';
    end if;
    return new;
  end $$;
  create or replace trigger fact_apart before insert on fact
  for each row when (new.by_id is not null) execute function refuse_stranger();`

/**
 * What happened and what it cost is only ever added to: the database itself refuses to change an entry of the ledger, a
 * fact or a repair, or to delete one, sample and demo runs apart; and the files that finance was given. Run after the
 * migrations, again and again.
 */
export const ledgerGuards = `
  create or replace function refuse_change() returns trigger language plpgsql as $$ begin
    raise exception '% of % is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
  end $$;
  create or replace function of_sample(of_case text) returns boolean language sql stable as
    $$ select exists (select from "case" where id = of_case and sample is not null) $$;
  create or replace function of_sample_repair(of_repair text) returns boolean language sql stable as
    $$ select exists (select from equipment_repair r join equipment e on e.id = r.equipment_id
      join customer c on c.id = e.customer_id where r.id = of_repair and c.sample is not null) $$;
  ${guard('ledger_kept', 'update', 'consequence')}
  ${guard('ledger_whole', 'delete', 'consequence', 'old.sample is null')}
  ${guard('fund_kept', 'update', 'fund_movement')}
  ${guard('fund_whole', 'delete', 'fund_movement')}
  ${guard('bonus_change_kept', 'update', 'bonus_change')}
  ${guard('bonus_change_whole', 'delete', 'bonus_change')}
  ${guard('assessment_file_kept', 'update', 'assessment_file')}
  ${guard('assessment_file_whole', 'delete', 'assessment_file')}
  ${guard('repair_kept', 'update', 'equipment_repair')}
  ${guard('repair_whole', 'delete', 'equipment_repair', 'not of_sample_repair(old.id)')}
  ${guard('repair_note_kept', 'update', 'repair_note')}
  ${guard('repair_note_whole', 'delete', 'repair_note', 'not of_sample_repair(old.repair_id)')}
  ${guard('fact_kept', 'update', 'fact')}
  ${guard('fact_whole', 'delete', 'fact', 'not of_sample(old.case_id)')}
  ${apart}`
