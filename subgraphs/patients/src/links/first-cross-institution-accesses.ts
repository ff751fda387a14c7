import { sqlStatement } from '@nodp/database';
import { badInput, type SubgraphContext } from '@nodp/graph';
import { sql } from 'drizzle-orm';
import type { QueryFirstCrossInstitutionAccessesArgs } from '../generated/resolvers.ts';
import { readDays } from '../network/days.ts';

const MOST = 200;
const MOST_DAYS = 31;

/** A row of `basic.first_cross_institution_accesses`. */
export interface FirstCrossInstitutionAccessRow {
  readonly patientId: string;
  readonly institutionId: string;
  readonly accountId: string;
  readonly role: string;
  readonly at: string;
}

const p = sql.placeholder;
const accesses = sqlStatement<FirstCrossInstitutionAccessRow>(sql`
  select * from basic.first_cross_institution_accesses(${p('from')}::date, ${p('to')}::date, ${p('most')}::int)`);

/** The question is recorded before it is answered. @throws BAD_USER_INPUT */
export const firstCrossInstitutionAccesses = async (
  args: QueryFirstCrossInstitutionAccessesArgs,
  { session }: SubgraphContext,
): Promise<FirstCrossInstitutionAccessRow[]> => {
  const { fromDay, toDay } = readDays(args.fromDay, args.toDay);
  if (fromDay === null || toDay === null) throw badInput('Give the first and the last day.');
  if (Date.parse(toDay) - Date.parse(fromDay) >= MOST_DAYS * 86_400_000)
    throw badInput(`At most ${MOST_DAYS} days can be asked for at once.`);
  await session.audit('audit-read', [], { firstCrossInstitutionAccesses: { fromDay, toDay } });
  return session.run(accesses, { from: fromDay, to: toDay, most: MOST });
};
