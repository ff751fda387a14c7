import { malignantUnlessSaid, print, tabulatedAround } from '@nodp/cohorts/engine';
import { cellAt, counted, disclose, discloseTable, type Printed } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import { type CaseColumns, type CohortSets, type Members, printedOf } from '@nodp/warehouse';
import { sharedPersons } from '../cohorts/shared-persons.ts';
import { nearCells, toldSets } from '../cohorts/told-sets.ts';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { comparable, knownOf, nearlyWhole, type ShownArm } from './as-shown.ts';
import type { AskedComparison } from './asked.ts';
import { MONTH, questionOf } from './asked.ts';
import { differenceOf, medianOf, testOf } from './baseline-tests.ts';
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

/** What is asked of the members of cohorts. */
interface AskedProperties {
  /** Names the properties wholly. */
  readonly what: string;
  readonly properties: (opened: {
    readonly cohorts: CohortSets;
    readonly cases: CaseColumns;
  }) => Promise<readonly Variable[]> | readonly Variable[];
}

/** Who is in each cohort at diagnosis. @throws COUNTS_SPENT */
export const baselineOf = (context: Context, asked: AskedComparison) =>
  tableOf(context, asked, {
    what: 'baseline',
    properties: ({ cases }) => variablesOf(cases, asked.release),
  });

/**
 * Properties of the members of each cohort, protected: a cell near one that the account asked lately is answered as that one, and medians, differences
 * and tests are of the counts as they are shown, where hardly anybody is hidden. @throws COUNTS_SPENT
 */
export const tableOf = async (
  context: Context,
  asked: AskedComparison,
  { what, properties: propertiesOf }: AskedProperties,
) => {
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
  const opened = await releases.open(release.number);
  const { cohorts, cases } = opened;
  const properties = await propertiesOf(opened);
  // What is held of a question is its cells: its members are a row a person.
  const members = await releases.once(release, questionOf(asked, `members ${what}`), async () => {
    const found = await cohorts.members(
      asked.arms.map(({ definition }) => definition),
      Math.round(landmark * MONTH),
    );
    const cells = properties.map((variable) => cellsOf(variable, found, arms, cases));
    // Cells of the overview that an arm leaves a few persons out of, or has a few more than.
    const near = await Promise.all(
      asked.arms.flatMap(({ definition }, arm) =>
        tabulatedAround(definition).map(async (table) => {
          const around = await cohorts.members([malignantUnlessSaid(table)]);
          return properties.flatMap((variable, i) =>
            nearCells(
              cells[i]?.[arm] ?? [],
              cellsOf(variable, around, 1, cases).flat(),
              rule.minimumCell,
            ),
          );
        }),
      ),
    );
    return { sets: found.sets, shared: found.shared, cells, near: near.flat() };
  });
  const variables = properties.map((variable, i) => ({
    variable,
    cells: members.cells[i] as Printed[][],
  }));
  const recent = toldSets(context, release, 'counts');
  for (const set of members.near) recent.answer(set);
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
    name: [release.number, ...questionOf(asked, what)].join(' '),
    counts: 1 + arms + variables.reduce((n, { cells }) => n + cells.flat().length, 0),
  });
  return {
    release,
    persons,
    inSeveralArms: sharedPersons(context, release, members.shared),
    variables: await Promise.all(
      shown.map(async ({ variable: { name, levels, middles }, cells }) => {
        const seen = cells.map(
          (of, arm): ShownArm => ({
            persons: persons[arm]?.value ?? null,
            levels: levels.map((_, level) => cellAt(of, level).value),
            missing: cellAt(of, levels.length).value,
          }),
        );
        const used = levels.map((_, level) => seen.some((arm) => (arm.levels[level] ?? 0) > 0));
        const compared = comparable(seen);
        const places =
          compared && middles && compared.levels.map((level) => middles[level] as number);
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
          known: seen.map(knownOf),
          medians:
            middles === null
              ? []
              : seen.map((arm) => {
                  const counts = nearlyWhole(arm);
                  return counts && medianOf(counts, middles);
                }),
          difference: compared && differenceOf(compared.counts, places),
          test: compared && (await testOf(compared.counts, places)),
        };
      }),
    ),
  };
};
