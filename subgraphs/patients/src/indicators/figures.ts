import { proportion } from '@nodp/biostatistics';
import { sqlStatement } from '@nodp/database';
import type { SubgraphContext } from '@nodp/graph';
import { MISSING_WORDS, type MissingFact, QUALITY_INDICATORS } from '@nodp/oncology';
import { sql } from 'drizzle-orm';
import { indicatorResult } from './table.ts';

const p = sql.placeholder;

interface Row {
  readonly code: string;
  readonly result: 'MET' | 'NOT_MET' | 'CANNOT_BE_JUDGED';
  readonly year: number;
  readonly missing: MissingFact | null;
  readonly cases: number;
}

/** The institution's own cases, counted in the index: as many rows as they are, never the nation's. */
const counted = sqlStatement<Row>(sql`
  select code, result, extract(year from diagnosed_on)::int as year, missing, count(*)::int as cases
  from ${indicatorResult} where institution_id = ${p('institution')}::uuid group by 1, 2, 3, 4`);

const sum = (rows: readonly Row[], result: Row['result']): number =>
  rows.reduce((all, row) => all + (row.result === result ? row.cases : 0), 0);

const perCent = (share: number): number => Math.round(share * 1000) / 10;

/** Of those that can be judged, with the score interval (Wilson 1927). */
const figuresOf = (rows: readonly Row[]) => {
  const [met, notMet] = [sum(rows, 'MET'), sum(rows, 'NOT_MET')];
  const of = met + notMet;
  const share = of === 0 ? null : proportion(met, of, { method: 'wilson' });
  return {
    ...{ met, notMet, cannotBeJudged: sum(rows, 'CANNOT_BE_JUDGED') },
    rate: share && perCent(share.estimate),
    lower: share && perCent(share.lower),
    upper: share && perCent(share.upper),
  };
};

/** Every indicator with how the cases of the reader's institution stand. */
export const careIndicators = async ({ session, principal }: SubgraphContext) => {
  const { institutionId } = principal;
  const rows: Row[] =
    institutionId === null ? [] : await session.run(counted, { institution: institutionId });
  return QUALITY_INDICATORS.map((indicator) => {
    const own = rows.filter(({ code }) => code === indicator.code);
    const years = [...new Set(own.map(({ year }) => year))].filter((year) => year > 1).toSorted();
    const facts = Map.groupBy(
      own.filter(({ missing }) => missing !== null),
      ({ missing }) => missing as MissingFact,
    );
    return {
      ...indicator,
      sites: [...indicator.sites],
      exclusions: [...indicator.exclusions],
      all: figuresOf(own),
      years: years.map((year) => ({
        year,
        figures: figuresOf(own.filter((row) => row.year === year)),
      })),
      missing: [...facts]
        .map(([fact, of]) => ({
          fact: MISSING_WORDS[fact],
          cases: of.reduce((all, { cases }) => all + cases, 0),
        }))
        .toSorted((a, b) => b.cases - a.cases),
    };
  });
};
