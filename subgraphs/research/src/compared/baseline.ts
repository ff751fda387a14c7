import { BiostatisticsError, chiSquareTest, standardisedDifference } from '@nodp/biostatistics';
import { print } from '@nodp/cohorts/engine';
import {
  cellAt,
  counted,
  type Disclosed,
  disclose,
  discloseTable,
  type Printed,
} from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import { type CaseColumns, type Members, printedOf } from '@nodp/warehouse';
import { sharedPersons } from '../cohorts/shared-persons.ts';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import type { AskedComparison } from './asked.ts';
import { MONTH, questionOf } from './asked.ts';
import { estimators } from './estimators.ts';
import { ageGroup, diagnosisPeriod, sex, siteGroup, stage, type Variable } from './variables.ts';

const variablesOf = (columns: CaseColumns, release: ReleaseRow): readonly Variable[] => [
  ageGroup(columns),
  sex(columns),
  siteGroup(columns),
  stage(columns),
  diagnosisPeriod(columns, release),
];

/** The members of each cohort at each level, the one that is not known last. */
const cellsOf = (
  { levels, levelOf }: Variable,
  { arm, row }: Members,
  arms: number,
  columns: CaseColumns,
): Printed[][] => {
  const rows = Array.from({ length: arms }, () =>
    Array.from({ length: levels.length + 1 }, (): number[] => []),
  );
  row.forEach((place, i) => {
    const level = levelOf(place);
    const at = level < 0 ? levels.length : level;
    rows[arm[i] as number]?.[at]?.push(place);
  });
  return rows.map((of) => of.map((each) => printedOf(each, columns)));
};

/** Persons as they are shown; what is hidden counts as nobody. */
const shownCount = ({ value }: Disclosed): number => value ?? 0;

/** The median of ordered levels, as if those of a level were spread evenly between its neighbours' middles. */
const medianOf = (counts: readonly number[], middles: readonly number[]): number | null => {
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (total === 0) return null;
  let before = 0;
  for (const [level, count] of counts.entries()) {
    if (before + count >= total / 2 && count > 0) {
      const middle = middles[level] as number;
      const lower = level === 0 ? middle - 10 : ((middles[level - 1] as number) + middle) / 2;
      const upper =
        level === middles.length - 1 ? middle + 10 : ((middles[level + 1] as number) + middle) / 2;
      const part = (total / 2 - before) / count;
      return Number((lower + part * (upper - lower)).toFixed(1));
    }
    before += count;
  }
  return null;
};

/** A comparison that the data do not allow has no answer. */
const noAnswer = (error: unknown): null => {
  if (error instanceof BiostatisticsError) return null;
  throw error;
};
const orNull = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch (error) {
    return noAnswer(error);
  }
};

/** Largest standardised difference of any level's share, or of the mean of ordered levels, between any two cohorts. */
const differenceOf = (
  arms: readonly (readonly number[])[],
  middles: readonly number[] | null,
): number | null => {
  const found: number[] = [];
  const of = (values: number[], weights: [number[], number[]]) => {
    const difference = orNull(() =>
      standardisedDifference(
        [...values, ...values],
        [...values.map(() => 1), ...values.map(() => 0)],
        weights.flat(),
      ),
    );
    if (difference !== null) found.push(Math.abs(difference.difference));
  };
  for (const [i, a] of arms.entries())
    for (const b of arms.slice(i + 1)) {
      const [all, others] = [a, b].map((counts) => counts.reduce((sum, n) => sum + n, 0));
      if (middles !== null) of([...middles], [[...a], [...b]]);
      else
        for (const level of a.keys()) {
          const [p, q] = [a[level] as number, b[level] as number];
          of(
            [1, 0],
            [
              [p, (all ?? 0) - p],
              [q, (others ?? 0) - q],
            ],
          );
        }
    }
  return found.length === 0 ? null : Number(Math.max(...found).toFixed(3));
};

const three = (value: number): number => Number(value.toPrecision(3));
const FEW = 5;
/** Persons of an exact test. */
const MOST_EXACT = 2000;

type TestKind = 'CHI_SQUARE' | 'FISHER' | 'WILCOXON' | 'KRUSKAL_WALLIS';

/** In threads of their own: an exact test of a large table takes seconds, as do the ranks of some millions. */
const testOf = async (
  arms: readonly (readonly number[])[],
  middles: readonly number[] | null,
): Promise<{ readonly kind: TestKind; readonly pValue: number } | null> => {
  if (arms.length < 2) return null;
  if (middles !== null) {
    const groups = arms.map((counts) =>
      Float64Array.from(
        counts.flatMap((count, level) => new Array<number>(count).fill(middles[level] as number)),
      ),
    );
    const test = await estimators.run('kruskalWallis', [groups]).catch(noAnswer);
    const kind = arms.length === 2 ? 'WILCOXON' : 'KRUSKAL_WALLIS';
    return test && { kind, pValue: three(test.pValue) };
  }
  const total = arms.flat().reduce((sum, n) => sum + n, 0);
  const few = arms.some((counts) => {
    const own = counts.reduce((sum, n) => sum + n, 0);
    return counts.some((_, level) => {
      const column = arms.reduce((sum, other) => sum + (other[level] as number), 0);
      return column > 0 && (own * column) / total < FEW;
    });
  });
  const exact =
    few && total < MOST_EXACT
      ? await estimators.run('fisherExactTest', [arms]).catch(noAnswer)
      : null;
  if (exact !== null) return { kind: 'FISHER', pValue: three(exact.pValue) };
  const test = orNull(() => chiSquareTest(arms));
  return test && { kind: 'CHI_SQUARE', pValue: three(test.pValue) };
};

/**
 * Who is in each cohort, protected: a cell near one that the account asked lately is answered as that one, and medians, differences
 * and tests are of the counts as they are shown. @throws COUNTS_SPENT
 */
export const baselineOf = async (context: Context, asked: AskedComparison) => {
  const { release, landmark } = asked;
  const { session, resources } = context;
  const { releases } = resources;
  const { rule } = releases;
  const arms = asked.arms.length;
  if (!asked.arms.every(({ runnable }) => runnable))
    return {
      release,
      persons: [],
      inSeveralArms: disclose({ count: 0, key: 0 }, rule),
      variables: [],
    };
  const { cohorts, cases } = await releases.open(release.number);
  const properties = variablesOf(cases, release);
  // What is held of a question is its cells: its members are a row a person.
  const members = await releases.once(release, questionOf(asked, 'members'), async () => {
    const found = await cohorts.members(
      asked.arms.map(({ definition }) => definition),
      Math.round(landmark * MONTH),
    );
    const cells = properties.map((variable) => cellsOf(variable, found, arms, cases));
    return { sets: found.sets, shared: found.shared, cells };
  });
  const variables = properties.map((variable, i) => ({
    variable,
    cells: members.cells[i] as Printed[][],
  }));
  const recent = releases.recentSets(`${session.principal.accountId} baseline`, release);
  let near = 0;
  const answer = (set: Printed): Printed => {
    const answered = recent.answer(set);
    if (answered.key !== set.key || answered.count !== set.count) near++;
    return answered;
  };
  const persons = members.sets.map((set) => disclose(answer(set), rule));
  const shown = variables.map(({ variable, cells }) => ({
    variable,
    cells: cells.map((of) =>
      discloseTable(
        of.map((set) => counted(answer(set), rule)),
        rule,
      ),
    ),
  }));
  const [first] = asked.arms;
  await takeCounts(session, releases.budget.perDay, {
    near,
    ...(first && { words: print(first.definition) }),
    name: [release.number, ...questionOf(asked, 'baseline')].join(' '),
    counts: 1 + arms + variables.reduce((n, { cells }) => n + cells.flat().length, 0),
  });
  return {
    release,
    persons,
    inSeveralArms: sharedPersons(context, release, members.shared),
    variables: await Promise.all(
      shown.map(async ({ variable: { name, levels, middles }, cells }) => {
        const known = cells.map((of) => levels.map((_, level) => shownCount(cellAt(of, level))));
        const used = levels.map((_, level) => known.some((of) => (of[level] as number) > 0));
        const row = (level: number, label: (typeof levels)[number], missing: boolean) => ({
          ...{ label, missing },
          counts: cells.map((of) => cellAt(of, level)),
        });
        return {
          name,
          levels: [
            // Long lists show what is seen in one of the cohorts.
            ...levels.flatMap((label, level) =>
              levels.length <= 12 || used[level] === true ? [row(level, label, false)] : [],
            ),
            row(levels.length, { en: 'not known', zh: '不详' }, true),
          ],
          medians: middles === null ? [] : known.map((of) => medianOf(of, middles)),
          difference: differenceOf(known, middles),
          test: await testOf(known, middles),
        };
      }),
    ),
  };
};
