import { cumulativeIncidence, incidenceAt } from '@nodp/biostatistics';
import type { Criterion } from '@nodp/cohorts';
import { print } from '@nodp/cohorts/engine';
import {
  counted,
  type DisclosureRule,
  disclose,
  discloseCurve,
  discloseTable,
  followed,
  formerQuestions,
  type Printed,
} from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import { type SurvivalSets, setWhere } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { QueryLocalControlArgs } from '../generated/resolvers.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { type AskedCohort, askCohort } from './cohort.ts';
import { parseInput } from './definition-input.ts';
import { LEAST } from './enough.ts';
import { answering, purposeOf, toldSets } from './told-sets.ts';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;
const MONTHS = 60;
/** The persons, the failures, and a point a month. */
const COUNTS = 2 + MONTHS + 1;

/** Whom a site's patients are asked for: of the stage, then of any. */
const stepsOf = ({ siteGroup, stage }: QueryLocalControlArgs): { all: Criterion[] }[] => {
  const irradiated: Criterion[] = [{ site: [siteGroup] }, { treatment: { kind: 'RADIOTHERAPY' } }];
  return [
    ...(stage && stage !== 'UNKNOWN' ? [{ all: [...irradiated, { stage: [stage] }] }] : []),
    { all: irradiated },
  ];
};

/** Exact sets beside the curve that may leave. */
const exactOf = (sets: SurvivalSets, rule: DisclosureRule) => {
  const [analysed] = sets.analysed;
  if (analysed === undefined) throw new Error('The arm that was asked for was not given.');
  const of = counted(analysed, rule);
  const { time, event } = sets;
  const failed = setWhere(sets, (row) => event[row] === 1);
  const others = setWhere(sets, (row) => event[row] !== 1);
  if (time.length === 0) return { analysed, failed, others, points: [] };
  const days = Float64Array.from({ length: MONTHS + 1 }, (_, month) => month * MONTH);
  const incidence = cumulativeIncidence({ time, event, causes: 2 });
  const points = incidenceAt(incidence, 1, days).map((at, month) => {
    const day = days[month] as number;
    return {
      time: month,
      survival: 1 - at.incidence,
      deaths: time.reduce((n, t, i) => (event[i] === 1 && t <= day ? n + 1 : n), 0),
      atRisk: time.reduce((n, t) => (t >= day ? n + 1 : n), 0),
    };
  });
  return { analysed, failed, others, points: discloseCurve(of, points, rule) };
};
type Exact = ReturnType<typeof exactOf>;

/** @param answer gives the set that is answered in the place of one */
const shown = (
  { analysed, failed, others, points }: Exact,
  answer: (set: Printed) => Printed,
  rule: DisclosureRule,
) => {
  const persons = disclose(answer(analysed), rule);
  const [failures = persons] = discloseTable(
    [counted(answer(failed), rule), counted(answer(others), rule)],
    rule,
  );
  return { persons, failures, points: persons.suppressed ? [] : points };
};

const foundOf = (
  { resources: { releases } }: Context,
  cohort: AskedCohort,
  release: ReleaseRow,
): Promise<Exact> =>
  releases.once(release, ['local control', cohort.id], async () => {
    const { cohorts } = await releases.open(release.number);
    return exactOf(await cohorts.localControl(cohort.definition), releases.rule);
  });

const formerControl = formerQuestions<AskedCohort>(({ id }) => `local control ${id}`);

/**
 * What is answered: a set that differs by a few persons from one that the account asked lately is answered as that one; null where
 * that was asked in another kind of question.
 */
const answered = async (context: Context, cohort: AskedCohort, release: ReleaseRow) => {
  const recent = toldSets(context, release, 'curves', purposeOf(context));
  const as = await followed(cohort, async (question) =>
    formerControl(recent, (await foundOf(context, question, release)).analysed, question),
  );
  if (as === null) return null;
  const answer = answering(context, release, `local control ${as.id}`, purposeOf(context));
  const exact = await foundOf(context, as, release);
  return { found: shown(exact, answer, context.resources.releases.rule), as };
};

/** Told by what is shown, so that it is no question of its own. */
const isEnough = ({ persons, failures, points }: ReturnType<typeof shown>): boolean =>
  (persons.value ?? 0) >= LEAST.persons &&
  ((failures.value ?? 0) >= LEAST.deaths || points.some(({ survival }) => survival < 1));

/**
 * Local control after radiotherapy in patients like one, relaxed until there are enough, protected.
 * @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const localControl = async (
  context: Context,
  args: QueryLocalControlArgs,
  release: ReleaseRow,
) => {
  const { session, resources } = context;
  const steps: { description: ReturnType<typeof print>; enough: boolean }[] = [];
  const own = new Set<string>();
  for (const definition of stepsOf(args)) {
    const cohort = await askCohort(context, parseInput(definition), release);
    own.add(cohort.id);
    const answer = cohort.runnable ? await answered(context, cohort, release) : null;
    const enough = answer !== null && isEnough(answer.found);
    steps.push({ description: print(cohort.definition), enough });
    await takeCounts(session, resources.releases.budget.perDay, {
      name: `${release.number} local control ${cohort.id}`,
      counts: enough ? COUNTS : 1,
      // To be near a step of the same question is no pattern.
      near: cohort.runnable && (answer === null || !own.has(answer.as.id)) ? 1 : 0,
      words: print(cohort.definition),
    });
    if (answer === null || !enough) continue;
    const { persons, failures, points } = answer.found;
    return {
      ...{ releaseNumber: release.number, steps, enough, persons, failures },
      months: points.map(({ time }) => time),
      control: points.map(({ survival }) => Number(survival.toFixed(3))),
    };
  }
  return {
    ...{ releaseNumber: release.number, steps, enough: false, persons: null, failures: null },
    ...{ months: [], control: [] },
  };
};
