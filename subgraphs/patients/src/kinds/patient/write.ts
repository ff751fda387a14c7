import { contentHash, type RowOutcome, type Statement } from '@nodp/database';
import type { Resolved, Writing, WrittenRecord } from '@nodp/record';
import { filledIn, knownOf } from './left-as-known.ts';
import type { PatientRecord } from './record.ts';
import { demographicsOf, sealedIdentity } from './stored-person.ts';
import { writeLife } from './vital-status.ts';

const json = <Row>(text: string): Statement<Row> => ({ text, bind: (values) => [values.json] });

const putPatients = json<{ patient: string; created: boolean }>(
  'select patient, created from patients.put_patients($1::text::jsonb)',
);

const columns = `r."patientId", nullif(current_setting('nodp.institution', true), '')::uuid,
    decode(r.ciphertext, 'base64'), r."contentHash", r."submissionId", r."nameHashes", r."numberHashes", r."hashVersion"`;
const insertIdentity = `insert into patients.identity as t (patient_id, institution_id, ciphertext, content_hash,
    submission_id, name_hashes, number_hashes, hash_version)
  select ${columns}
  from jsonb_to_recordset($1::text::jsonb) as r("patientId" uuid, ciphertext text, "contentHash" text,
    "submissionId" uuid, "nameHashes" text[], "numberHashes" text[], "hashVersion" smallint, "createOnly" boolean)`;
const putIdentities = json<{ patientId: string; created: boolean }>(`${insertIdentity}
  where not (r."createOnly" and exists (select 1 from patients.identity i where i.patient_id = r."patientId"
    and i.institution_id = (select nullif(current_setting('nodp.institution', true), '')::uuid)))
  order by 1
  on conflict (patient_id, institution_id) do update set ciphertext = excluded.ciphertext,
    content_hash = excluded.content_hash, submission_id = excluded.submission_id,
    name_hashes = excluded.name_hashes,
    number_hashes = array(select distinct unnest(t.number_hashes || excluded.number_hashes)),
    hash_version = excluded.hash_version, recorded_at = now()
  where t.content_hash is distinct from excluded.content_hash
  returning t.patient_id, (t.xmax = 0) as created`);

/** A hospital knows one person by several numbers (门诊号, 住院号), each sent with a record of its own: all of them find the person. */
const numbersByPatient = (people: readonly Resolved<PatientRecord>[]): Map<string, string[]> => {
  const numbers = new Map<string, string[]>();
  for (const { record, patientId } of people)
    numbers.set(patientId, [...new Set([...(numbers.get(patientId) ?? []), ...record.numbers])]);
  return numbers;
};

/** A record that another one took the place of says nothing any more where that one is known. */
const isReplaced = ({ record }: Resolved<PatientRecord>): boolean => record.replacedBy != null;

/** Two keys of one Bundle may mean one person (a national identifier, a link): the last one that is in use stands. */
const latestOfEach = (all: readonly Resolved<PatientRecord>[]): Resolved<PatientRecord>[] => {
  const inUseLast = [...all.filter(isReplaced), ...all.filter((one) => !isReplaced(one))];
  return [...new Map(inUseLast.map((one) => [one.patientId, one])).values()];
};

const onlyCreates = (one: Resolved<PatientRecord>): boolean =>
  (one.record.createOnly ?? false) || isReplaced(one);

/** Writes who patients are: demographics, and what names them sealed. */
export const writePeople = async (
  to: Writing,
  people: readonly Resolved<PatientRecord>[],
): Promise<WrittenRecord[]> => {
  const { session, submissionId, cipher } = to;
  const single = latestOfEach(people);
  const numbers = numbersByPatient(people);
  const demographics = single.map((one) => {
    const { record: r, patientId } = one;
    const deletes = (r.deletes ?? []).filter((part) => /^(sex|born|address)$/.test(part));
    // Part of the hash: the same person with nothing said of a field is not the one whose field was taken back.
    const content = { ...demographicsOf(r), ...(deletes.length > 0 ? { deletes } : {}) };
    const createOnly = onlyCreates(one);
    return { ...content, patientId, contentHash: contentHash(content), submissionId, createOnly };
  });
  const known = await knownOf(session, cipher, single);
  const identities = single.map((one) => {
    const { patientId } = one;
    const before = known.get(patientId);
    const r = filledIn(one.record, before);
    const { ciphertext, ...sealed } = sealedIdentity(
      cipher,
      r,
      numbers.get(patientId) ?? r.numbers,
    );
    return {
      patientId,
      ciphertext: Buffer.from(ciphertext).toString('base64'),
      ...sealed,
      ...(before !== undefined && r.leaves?.includes('name')
        ? { nameHashes: before.nameHashes(sealed) }
        : {}),
      submissionId,
      createOnly: onlyCreates(one),
    };
  });
  const changed = await session.run(putPatients, { json: JSON.stringify(demographics) });
  const renamed = await session.run(putIdentities, { json: JSON.stringify(identities) });
  const registered = new Set(changed.map(({ patient }) => patient));
  const spoken = people.filter((p) => !onlyCreates(p) || registered.has(p.patientId));
  const outcomes = new Map<string, RowOutcome>();
  for (const patient of [...registered, ...(await writeLife(to, spoken))])
    outcomes.set(patient, 'updated');
  for (const { patientId, created } of renamed) {
    outcomes.set(patientId, created ? 'created' : (outcomes.get(patientId) ?? 'updated'));
  }
  return people.map(({ record, patientId }) => ({
    kind: 'patient',
    sourceType: record.source.type,
    sourceId: record.source.id,
    patientId,
    outcome: outcomes.get(patientId) ?? 'unchanged',
  }));
};
