import { sqlStatement } from '@nodp/database';
import {
  badInput,
  type Connection,
  connection,
  decodeCursor,
  pageSize,
  rowsByPatient,
  type SubgraphContext,
} from '@nodp/graph';
import { qualityIndicator } from '@nodp/oncology';
import { type SQL, sql } from 'drizzle-orm';
import type { QueryCareCasesArgs } from '../generated/resolvers.ts';
import { indicatorResult } from './table.ts';

export type CareCaseRow = typeof indicatorResult.$inferSelect;
type ListedRow = CareCaseRow & { readonly sortKey: string };

const p = sql.placeholder;

const conditions = {
  year: sql`i.diagnosed_on between make_date(${p('year')}::int, 1, 1) and make_date(${p('year')}::int, 12, 31)`,
  after: sql`(i.diagnosed_on, i.patient_id, i.tumour_id) < (${p('afterOn')}::date, ${p('afterPatient')}::uuid, ${p('afterTumour')}::uuid)`,
} as const;

/** Row-level security narrows it to the institution's. */
const pageOf = (asked: readonly (keyof typeof conditions)[]) => {
  const where: SQL[] = [
    sql`i.institution_id = ${p('institution')}::uuid`,
    sql`i.code = ${p('code')}`,
    sql`i.result = ${p('result')}`,
    ...asked.map((one) => conditions[one]),
  ];
  return sqlStatement<ListedRow>(sql`
    select i.*, i.diagnosed_on::text as sort_key from ${indicatorResult} i
    where ${sql.join(where, sql` and `)}
    order by i.diagnosed_on desc, i.patient_id desc, i.tumour_id desc limit ${p('limit')}::int`);
};
const pages = new Map<string, ReturnType<typeof pageOf>>();

/** One statement for each set of conditions: four. */
const statementOf = (asked: readonly (keyof typeof conditions)[]) => {
  const name = asked.join(' ');
  const known = pages.get(name) ?? pageOf(asked);
  pages.set(name, known);
  return known;
};

/**
 * The cases of the reader's institution of which an indicator says so, the latest first; every patient shown is audited.
 * @throws BAD_USER_INPUT
 */
export const listCareCases = async (
  { code, result, year, first, after }: QueryCareCasesArgs,
  context: SubgraphContext,
): Promise<Connection<ListedRow>> => {
  const size = pageSize(first, 50, 200);
  if (qualityIndicator(code) === null)
    throw badInput(`There is no indicator ${code.slice(0, 40)}; see \`careIndicators\`.`);
  if (year != null && (year < 1900 || year > 9998)) throw badInput('`year` is 1900 to 9998.');
  const [afterOn, afterPatient, afterTumour] = after
    ? decodeCursor(after, ['date', 'uuid', 'uuid'])
    : [null, null, null];
  const asked = [
    ...(year == null ? [] : (['year'] as const)),
    ...(after ? (['after'] as const) : []),
  ];
  const { institutionId } = context.principal;
  const rows = await context.session.run(statementOf(asked), {
    ...{ institution: institutionId, code, result: result ?? 'NOT_MET', limit: size + 1 },
    ...(year == null ? {} : { year }),
    ...(after ? { afterOn, afterPatient, afterTumour } : {}),
  });
  const page = connection(rows, size, (row) => [row.sortKey, row.patientId, row.tumourId]);
  await context.audit(page.edges.map(({ node }) => node.patientId));
  return page;
};

/** What indicators say of a patient's cases at the reader's institution (100 at most). */
export const careCasesOfPatient = rowsByPatient(
  sqlStatement<CareCaseRow>(sql`
    select i.* from unnest(${p('ids')}::uuid[]) as w(patient_id) cross join lateral (
      select * from ${indicatorResult} where patient_id = w.patient_id
      order by diagnosed_on desc, tumour_id, code limit 100) i`),
);
