/** A register of deaths, linked to patients by number, day of birth and name: records of the institution's. */
import type { Observation } from '@medplum/fhirtypes';
import { type IdentityCipher, type Session, sqlStatement } from '@nodp/database';
import { nationalDay } from '@nodp/graph';
import { enterRecords, type Intake } from '@nodp/intake';
import { LOINC } from '@nodp/record/fhir';
import type { Label } from '@nodp/terminology';
import { sql } from 'drizzle-orm';
import {
  type DeathCandidate,
  type DeathDoubt,
  judgeDeath,
  knownDeath,
  mayBeOneDay,
} from './judge.ts';
import { type DeathRow, readDeaths } from './read-file.ts';

export { DeathFileRefused } from './read-file.ts';

const p = sql.placeholder;
const candidates = sqlStatement<DeathCandidate & { readonly line: number }>(sql`
  select line, patient_id, by_number, same_name, vital_status, died_on::text as died_on, died_precision,
    last_contact_on::text as last_contact_on
  from patients.deaths_to_link(${p('asked')}::text::jsonb)`);

/** What became of a row. */
export interface DeathAnswer {
  readonly line: number;
  readonly outcome: 'LINKED' | 'DIFFERS' | 'DOUBTFUL' | 'UNMATCHED' | 'REFUSED';
  /** The date of the register. */
  readonly died: string | null;
  /** The date that the pool had before, where it differs: both are retained. */
  readonly known: string | null;
  /** Whom it means, or may mean: the platform's keys. */
  readonly patients: readonly string[];
  readonly because: Label | null;
}

const DOUBTS: Readonly<Record<DeathDoubt, Label>> = {
  SEVERAL: { en: 'Several patients agree with it.', zh: '有多名患者与之相符。' },
  NAME_DIFFERS: {
    en: 'Number and day of birth are a patient’s whose name differs.',
    zh: '证件号和出生日期与某患者一致，但姓名不同。',
  },
  MET_AFTER: {
    en: 'The patient was met after that day.',
    zh: '患者在该日期之后仍有就诊或联系记录。',
  },
  NAME_ONLY: {
    en: 'Name and day of birth agree with a patient; the number does not, or none was given.',
    zh: '姓名和出生日期与某患者一致，但证件号不一致或未提供。',
  },
};

const ICD10 = 'http://hl7.org/fhir/sid/icd-10';
const isIcd10 = (text: string): boolean => /^[A-Z]\d{2}(?:\.\d{1,2})?$/i.test(text);

/** Under keys of the register's own: the same register read again corrects what it said, and nothing that a hospital said. */
const resourcesOf = (patient: string, { died, cause }: DeathRow): Observation[] => {
  const observation = (part: string, code: string, value: object): Observation => ({
    resourceType: 'Observation',
    id: `${patient}-register-${part}`,
    status: 'final',
    subject: { reference: `Patient/${patient}` },
    code: { coding: [{ system: LOINC, code }] },
    ...value,
  });
  return [
    observation('died', '81956-5', { valueDateTime: died }),
    ...(cause === null
      ? []
      : [
          observation('cause', '69453-9', {
            valueCodeableConcept: isIcd10(cause)
              ? { coding: [{ system: ICD10, code: cause.toUpperCase() }] }
              : { text: cause },
          }),
        ]),
  ];
};

const linkOne = async (
  session: Session,
  intake: Intake,
  row: DeathRow,
  patient: DeathCandidate,
): Promise<DeathAnswer> => {
  const { line, died, cause } = row;
  const { patientId } = patient;
  const before = knownDeath(patient);
  const done = await enterRecords(
    session,
    intake,
    {
      patientId,
      resources: resourcesOf(patientId, row),
      content: { register: true, line, died, cause },
    },
    async () => {},
  );
  const answer = { line, died, patients: [patientId] };
  if (done.outcome === 'refused')
    return {
      ...answer,
      outcome: 'REFUSED',
      known: before,
      because: {
        en: done.issues.map(({ words, message }) => words?.reason.en ?? message).join(' '),
        zh: done.issues.map(({ words, message }) => words?.reason.zh ?? message).join(''),
      },
    };
  return before !== null && !mayBeOneDay(before, died)
    ? {
        ...{ ...answer, outcome: 'DIFFERS', known: before },
        because: {
          en: `The pool had ${before}; both dates are kept.`,
          zh: `原记录为${before}，两个日期均予保留。`,
        },
      }
    : { ...answer, outcome: 'LINKED', known: before, because: null };
};

/**
 * Links a register of deaths, row by row, each in a transaction of its own: read again it changes nothing.
 * @param session of the institution's system, under the person's own name
 * @throws {DeathFileRefused} where the file cannot be read
 */
export const linkDeaths = async (
  session: Session,
  intake: Intake,
  cipher: IdentityCipher,
  bytes: Uint8Array,
): Promise<readonly DeathAnswer[]> => {
  const rows = readDeaths(bytes, nationalDay(new Date()));
  const asked = rows.flatMap((row) =>
    'problem' in row
      ? []
      : [
          {
            ...{ line: row.line, born: row.born, names: cipher.nameSearchHashes(row.name) },
            hash: row.number === null ? null : cipher.nationalHash(row.number, row.born),
          },
        ],
  );
  const found =
    asked.length === 0 ? [] : await session.run(candidates, { asked: JSON.stringify(asked) });
  await session.audit('search', [...new Set(found.map(({ patientId }) => patientId))], {
    deaths: rows.length,
  });
  const answers: DeathAnswer[] = [];
  for (const row of rows) {
    const { line } = row;
    if ('problem' in row) {
      const none = { died: null, known: null, patients: [] };
      answers.push({ line, outcome: 'REFUSED', because: row.problem, ...none });
      continue;
    }
    const verdict = judgeDeath(
      row,
      found.filter((one) => one.line === line),
    );
    const { died } = row;
    if (verdict.outcome === 'LINK')
      answers.push(await linkOne(session, intake, row, verdict.patient));
    else if (verdict.outcome === 'DOUBTFUL')
      answers.push({
        ...{ line, outcome: 'DOUBTFUL', died, known: null, patients: verdict.patients },
        because: DOUBTS[verdict.because],
      });
    else
      answers.push({
        ...{ line, outcome: 'UNMATCHED', died, known: null, patients: [] },
        because: {
          en: 'No patient of the institution has this number or this name and day of birth.',
          zh: '本机构没有该证件号，或姓名与出生日期相符的患者。',
        },
      });
  }
  return answers;
};
