import type { Session, Statement } from '@nodp/database';

const columns =
  'institution_id, ciphertext, content_hash, submission_id, hash_version, recorded_at';
const move: Statement<never> = {
  text: `with gone as (delete from patients.identity t where t.patient_id = $1::uuid
      and t.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) returning t.*)
    insert into patients.identity as t (patient_id, ${columns}, name_hashes, number_hashes)
    select $2::uuid, ${columns}, name_hashes, number_hashes from gone
    on conflict (patient_id, institution_id) do update set
      name_hashes = array(select distinct unnest(t.name_hashes || excluded.name_hashes)),
      number_hashes = array(select distinct unnest(t.number_hashes || excluded.number_hashes))`,
  bind: ({ from, to }) => [from, to],
};

const said =
  'institution_id, sex, born_on, born_precision, residence_code, in_use, last_contact_on, content_hash, submission_id, recorded_at';
const moveSaid: Statement<never> = {
  text: `with gone as (delete from patients.demographics t where t.patient_id = $1::uuid
      and t.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid) returning t.*)
    insert into patients.demographics as t (patient_id, ${said})
    select $2::uuid, ${said} from gone
    on conflict (patient_id, institution_id) do update set
      last_contact_on = greatest(t.last_contact_on, excluded.last_contact_on)`,
  bind: ({ from, to }) => [from, to],
};

/** What names the person goes to the record that stays, which is then found by the names and numbers of both. */
export const moveIdentity = async (session: Session, from: string, to: string): Promise<void> => {
  await session.run(move, { from, to });
  await session.run(moveSaid, { from, to });
};
