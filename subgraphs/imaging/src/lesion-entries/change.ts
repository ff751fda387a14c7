import { sqlStatement } from '@nodp/database';
import { encodeId, type Label, type SubgraphContext } from '@nodp/graph';
import { getTableColumns, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { type EntryRow, entryRows, lesionRows } from './rows.ts';
import { lesionEntry } from './table.ts';

const p = sql.placeholder;

/** What became of a lesion entered. */
export interface Change {
  readonly stored: boolean;
  readonly field: string | null;
  readonly problem: Label | null;
  readonly lesion: string | null;
  readonly remarks: Label[];
}

/** The lesion on its day, and what is said of it. */
export type Version = Omit<EntryRow, 'id' | 'institutionId' | 'enteredBy' | 'enteredAt'>;

export const refused = (en: string, zh: string, field: string | null = null): Change => ({
  ...{ stored: false, field, problem: { en, zh }, lesion: null, remarks: [] },
});

const columns = Object.entries(getTableColumns(lesionEntry)).filter(([key]) => key !== 'enteredAt');

const add = sqlStatement<never>(sql`
  insert into ${lesionEntry} (${sql.join(
    columns.map(([, { name }]) => sql.identifier(name)),
    sql`, `,
  )})
  values (${sql.join(
    columns.map(([key, column]) => sql`${p(key)}::${sql.raw(column.getSQLType())}`),
    sql`, `,
  )})`);

/** Adds a version under the account, audited first. */
export const keep = async (
  context: SubgraphContext,
  version: Version,
  remarks: readonly Label[] = [],
): Promise<Change> => {
  const { session } = context;
  const { accountId: enteredBy, institutionId } = session.principal;
  const { patientId, lesionId, change } = version;
  await session.audit('change', [patientId], { lesion: lesionId, change });
  await session.run(add, { ...version, id: uuidv7(), institutionId, enteredBy });
  // The next change of the same request is of what stands now.
  context.once(entryRows).clear(patientId);
  context.once(lesionRows).clear(patientId);
  return {
    ...{ stored: true, field: null, problem: null, remarks: [...remarks] },
    lesion: encodeId('Lesion', patientId, lesionId),
  };
};

const cares = sqlStatement<{ readonly patientId: string }>(sql`
  select c.patient_id from basic.care_relationship c
  where c.patient_id = ${p('patient')} and c.institution_id = ${p('institution')}`);

/** Null where the account's institution cares for the patient; access in an emergency reads alone. */
export const notInCare = async (
  patientId: string,
  { session }: SubgraphContext,
): Promise<Change | null> => {
  const { institutionId: institution } = session.principal;
  const found =
    institution === null ? [] : await session.run(cares, { patient: patientId, institution });
  return found.length > 0
    ? null
    : refused(
        'Lesions are entered by those whose institution cares for the patient.',
        '病灶由负责该患者诊疗的机构录入。',
      );
};

const NOT_ENTERED = refused(
  'There is no such lesion that your institution entered on the page. What a hospital’s system sent is corrected there.',
  '没有由贵机构在本页录入的此病灶。医院系统上传的记录须在原系统更正。',
);

/** The versions of a lesion and day that the account's institution entered, latest first; why not, where there are none. */
export const versionsOf = async (
  patientId: string,
  lesionId: string,
  context: SubgraphContext,
): Promise<{ readonly versions: readonly [EntryRow, ...EntryRow[]] } | { readonly no: Change }> => {
  const no = await notInCare(patientId, context);
  if (no !== null) return { no };
  const own = context.session.principal.institutionId;
  const [latest, ...former] = (await context.once(entryRows).load(patientId)).filter(
    (row) => row.lesionId === lesionId && row.institutionId === own,
  );
  return latest === undefined ? { no: NOT_ENTERED } : { versions: [latest, ...former] };
};

/** A row as a version that may be added again. */
export const versionOf = (row: EntryRow, change: Version['change']): Version => {
  const { id: _, institutionId: __, enteredBy: ___, enteredAt: ____, ...version } = row;
  return { ...version, change };
};
