import type { Session, Statement } from '@nodp/database';
import { nationalDay, nationalTimeZone } from '@nodp/graph';
import { INDICATED_SITES, judgedOf } from './judged-of.ts';
import { type IndicatorFacts, NODE_CODES } from './person-of.ts';

const rowsOf: Statement<IndicatorFacts> = {
  text: 'select * from patients.indicator_facts_of($1::uuid[], $2::text[], $3::text[], $4)',
  bind: ({ ids }) => [ids, INDICATED_SITES, NODE_CODES, nationalTimeZone],
};
const put: Statement<never> = {
  text: 'select patients.put_indicators($1::text::jsonb)',
  bind: ({ json }) => [json],
};

/** Judges the cases of patients of whom records came, within the same transaction, after they were summed up. */
export const renewIndicators = async (
  session: Session,
  patientIds: Iterable<string>,
): Promise<void> => {
  const ids = [...new Set(patientIds)];
  if (ids.length === 0) return;
  const rows = await session.run(rowsOf, { ids });
  // Of whom no indicator is, nothing is retained.
  if (rows.length === 0) return;
  const today = nationalDay(new Date());
  await session.run(put, { json: JSON.stringify(rows.map((row) => judgedOf(row, today))) });
};
