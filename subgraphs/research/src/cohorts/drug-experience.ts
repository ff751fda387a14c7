import { print } from '@nodp/cohorts/engine';
import { counted, discloseTable, followed, formerQuestions } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import { type AfterTreatment, BEST_STATUSES } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { QueryDrugExperienceArgs } from '../generated/resolvers.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { type AskedCohort, askCohort } from './cohort.ts';
import { parseInput } from './definition-input.ts';
import { stepsOf, type TreatmentCriterion } from './drug-definitions.ts';
import { isEnough } from './enough.ts';
import { type ArmResult, countsOfArm, shownArms, toldArm } from './shown-arms.ts';
import { answering, purposeOf, toldSets } from './told-sets.ts';

const MONTHS = 36;

interface Asked {
  readonly cohort: AskedCohort;
  readonly treatment: TreatmentCriterion;
}

/** What became of a cohort from the start of the drug: exact sets beside the curves that may leave. */
const foundOf = (
  { resources: { releases } }: Context,
  { cohort, treatment }: Asked,
  release: ReleaseRow,
) =>
  releases.once(release, ['drug experience', cohort.id], async () => {
    const { cohorts } = await releases.open(release.number);
    const after: AfterTreatment = await cohorts.afterTreatment(cohort.definition, treatment);
    const { rule } = releases;
    const [set] = after.overall.analysed;
    const [overall] = shownArms(after.overall, MONTHS, false, rule).arms;
    const [untilNext] = shownArms(after.untilNext, MONTHS, false, rule).arms;
    if (set === undefined || overall === undefined || untilNext === undefined)
      throw new Error('The arm that was asked for was not given.');
    return { set, overall, untilNext, best: after.best };
  });

const formerDrug = formerQuestions<Asked>(({ cohort }) => `drug ${cohort.id}`);

/**
 * What is answered: a set that differs by a few persons from one that the account asked lately is answered as that one; null where
 * that was asked in another kind of question.
 */
const answered = async (context: Context, asked: Asked, release: ReleaseRow) => {
  const { rule } = context.resources.releases;
  const recent = toldSets(context, release, 'curves', purposeOf(context));
  const as = await followed(asked, async (question) =>
    formerDrug(recent, (await foundOf(context, question, release)).set, question),
  );
  if (as === null) return null;
  const { overall, untilNext, best } = await foundOf(context, as, release);
  const named = `drug experience ${as.cohort.id}`;
  const answer = answering(context, release, named, purposeOf(context));
  const cells = BEST_STATUSES.map((status) => counted(answer(best[status]), rule));
  const found = {
    overall: toldArm(overall, answer, rule).result,
    untilNext: toldArm(untilNext, answer, rule).result,
    best: discloseTable(cells, rule).map((count, i) => ({
      status: BEST_STATUSES[i] as (typeof BEST_STATUSES)[number],
      count,
    })),
  };
  return { found, as };
};

const curveOf = ({ curve, median }: ArmResult) => ({
  months: curve.map((point) => point.months),
  survival: curve.map((point) => point.survival),
  lower: curve.map((point) => point.lower),
  upper: curve.map((point) => point.upper),
  medianMonths: median?.months ?? null,
});

/** Two curves with their counts, and a cell for each status. */
const COUNTS = 2 * countsOfArm(MONTHS) + BEST_STATUSES.length;

/** What happened from the start of a drug in patients like one, relaxed until there are enough, protected. */
export const drugExperience = async (
  context: Context,
  given: QueryDrugExperienceArgs,
  release: ReleaseRow,
) => {
  const { session, resources } = context;
  const { budget } = resources.releases;
  const steps: { description: ReturnType<typeof print>; enough: boolean }[] = [];
  const own = new Set<string>();
  for (const { definition, treatment } of stepsOf(given)) {
    const cohort = await askCohort(context, parseInput(definition), release);
    own.add(cohort.id);
    const answer = cohort.runnable ? await answered(context, { cohort, treatment }, release) : null;
    const enough = answer !== null && isEnough(answer.found.overall);
    steps.push({ description: print(cohort.definition), enough });
    await takeCounts(session, budget.perDay, {
      name: `${release.number} drug experience ${cohort.id}`,
      counts: enough ? COUNTS : 1,
      // To be near a step of the same question is no pattern.
      near: cohort.runnable && (answer === null || !own.has(answer.as.cohort.id)) ? 1 : 0,
      words: print(cohort.definition),
    });
    if (answer === null || !enough) continue;
    const { overall, untilNext, best } = answer.found;
    return {
      releaseNumber: release.number,
      steps,
      enough,
      persons: overall.persons,
      deaths: overall.deaths,
      ...curveOf(overall),
      untilNext: { ...curveOf(untilNext), events: untilNext.deaths },
      best,
    };
  }
  return {
    releaseNumber: release.number,
    steps,
    enough: false,
    persons: null,
    deaths: null,
    ...{ months: [], survival: [], lower: [], upper: [], medianMonths: null },
    untilNext: null,
    best: [],
  };
};
