import type { Session } from '@nodp/database';
import { sqlStatement } from '@nodp/database';
import type { SearchedBy } from '@nodp/record/fhir';
import { getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import { dayFits, instantFits } from './dates.ts';
import { meantBy, type RowKey } from './naming.ts';
import type { Question, Token } from './question.ts';
import type { ServedKind } from './served.ts';

export interface FoundRow extends RowKey {
  readonly kind: string;
  readonly type: string;
}

type Columns = Readonly<
  Record<'patientId' | 'id' | 'institutionId' | 'sourceType' | 'sourceId' | 'recordedAt', PgColumn>
>;

const NOTHING = sql`false`;

const either = (all: readonly SQL[]): SQL =>
  all.length === 0 ? NOTHING : sql`(${sql.join([...all], sql` or `)})`;

/** Values go as parameters of arrays: one text of a statement for however many there are. */
const param = (all: readonly string[]): SQL => sql`${sql.param([...all])}`;

const codeFits = ({ code }: SearchedBy, { system, code: wanted }: Token): SQL =>
  either(
    (code ?? []).map((columns) => {
      const parts = [
        ...(wanted === null ? [] : [sql`${columns.code} = ${wanted}`]),
        ...(system === undefined
          ? []
          : system === null
            ? [sql`${columns.system} is null`]
            : [sql`${columns.system} = ${system}`]),
      ];
      return parts.length === 0 ? NOTHING : sql.join(parts, sql` and `);
    }),
  );

const byId = (t: Columns, ids: readonly string[]): SQL => {
  const meant = ids.map(meantBy);
  const rows = meant.flatMap(({ row }) => row ?? []);
  // In the order of bytes, as the index of senders' keys is.
  return either([
    sql`${t.sourceId} collate "C" = any(${param(meant.flatMap(({ keys }) => keys))}::text[])`,
    ...rows.map(
      (row) => sql`(${t.patientId} = ${row.patientId}::uuid and ${t.id} = ${row.id}::uuid)`,
    ),
  ]);
};

/** By the identifier under which the sender sent it; what it measures may follow after a blank. */
const byIdentifier = (t: Columns, identifiers: readonly string[]): SQL =>
  either(
    identifiers.flatMap((identifier) => {
      const key = identifier.includes('|') ? identifier : `|${identifier}`;
      const escaped = key.replaceAll('#', '%23');
      return [
        sql`${t.sourceId} collate "C" = ${escaped}`,
        sql`(${t.sourceId} collate "C" >= ${`${escaped} `} and ${t.sourceId} collate "C" < ${`${escaped}!`})`,
      ];
    }),
  );

/** What every row of an answer has to fulfil. */
const conditions = (
  { kind: _, writer }: ServedKind,
  type: string,
  question: Question,
  patients: readonly string[] | null,
  institution: string,
): SQL => {
  const t = getTableColumns(writer.table) as unknown as Columns;
  const { search } = writer;
  const { ids, identifiers, codes, dates, updated, statuses, after } = question;
  return sql.join(
    [
      sql`${t.institutionId} = ${institution}::uuid`,
      sql`${t.sourceType} = ${type}`,
      ...(patients === null ? [] : [sql`${t.patientId} = any(${param(patients)}::uuid[])`]),
      ...(ids === null ? [] : [byId(t, ids)]),
      ...(identifiers === null ? [] : [byIdentifier(t, identifiers)]),
      ...codes.map((one) => either(one.map((token) => codeFits(search, token)))),
      ...dates.map((asked) => {
        const { date } = search;
        if (date === undefined) return NOTHING;
        return 'at' in date ? instantFits(date.at, asked) : dayFits(date.on, date.precision, asked);
      }),
      ...updated.map((asked) => instantFits(t.recordedAt, asked)),
      ...(statuses === null
        ? []
        : [
            search.status === undefined
              ? NOTHING
              : sql`${search.status} = any(${param(statuses)}::text[])`,
          ]),
      ...(after === null
        ? []
        : [sql`(${t.patientId}, ${t.id}) > (${after.patientId}::uuid, ${after.id}::uuid)`]),
    ],
    sql` and `,
  );
};

/**
 * The rows of one kind, in the order of patients. Where neither patients nor ids are named, the institution's patients lead:
 * beside the rows of all others of the nation, its own would be sought in the whole table.
 */
const rowsOf = (
  served: ServedKind,
  type: string,
  question: Question,
  patients: readonly string[] | null,
  institution: string,
): SQL => {
  const { kind, writer } = served;
  const t = getTableColumns(writer.table) as unknown as Columns;
  const where = conditions(served, type, question, patients, institution);
  const named = patients !== null || question.ids !== null || question.identifiers !== null;
  const found = sql`select ${sql.raw(`'${kind}'`)} as kind, ${sql.raw(`'${type}'`)} as type, ${t.patientId} as patient_id, ${t.id} as id
    from ${writer.table} where ${where}`;
  const limit = sql.raw(String(question.count + 1));
  if (named) return sql`(${found} order by patient_id, id limit ${limit})`;
  const from =
    question.after === null ? sql`` : sql`and c.patient_id >= ${question.after.patientId}::uuid`;
  return sql`(select r.kind, r.type, r.patient_id, r.id from basic.care_relationship c
    cross join lateral (${found} and ${t.patientId} = c.patient_id) r
    where c.institution_id = ${institution}::uuid ${from}
    order by c.patient_id, r.id limit ${limit})`;
};

/** One more row than the page holds where more follow. */
export const findRows = (
  session: Session,
  question: Question,
  patients: readonly string[] | null,
  institution: string,
): Promise<FoundRow[]> => {
  const parts = question.types.flatMap(({ type, kinds }) =>
    kinds.map((served) => rowsOf(served, type, question, patients, institution)),
  );
  if (parts.length === 0) return Promise.resolve([]);
  return session.run(
    sqlStatement<FoundRow>(sql`select kind, type, patient_id, id from (${sql.join(parts, sql` union all `)}) found
      order by patient_id, id limit ${sql.raw(String(question.count + 1))}`),
  );
};

/** The whole rows of one kind by their keys. */
export const rowsByKey = (
  session: Session,
  { writer }: ServedKind,
  keys: readonly RowKey[],
  institution: string,
): Promise<Record<string, unknown>[]> => {
  const t = getTableColumns(writer.table) as unknown as Columns;
  return session.run(
    sqlStatement<Record<string, unknown>>(sql`select ${writer.table}.* from ${writer.table}
      join unnest(${param(keys.map(({ patientId }) => patientId))}::uuid[], ${param(keys.map(({ id }) => id))}::uuid[]) as k(p, i)
        on ${t.patientId} = k.p and ${t.id} = k.i
      where ${t.institutionId} = ${institution}::uuid`),
  );
};
