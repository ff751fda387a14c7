import { isDecidedAfterDiagnosis, print } from '@nodp/cohorts/engine';
import { discloseCounted, followed, formerQuestions, nobody, type Printed } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import type { AskedCohort } from './cohort.ts';
import { sharedPersons } from './shared-persons.ts';
import { type Arm, type ArmResult, countsOfArm, none, shownArms, toldArm } from './shown-arms.ts';
import { hazardRatioOfShown } from './shown-hazard-ratio.ts';
import { logRankOfShown } from './shown-log-rank.ts';
import { answering, purposeOf, toldSets } from './told-sets.ts';

/** Days of a month, as a year of 365.25 days has them. */
const MONTH = 30.4375;

export interface Horizon {
  /** How far curves go. */
  readonly months: number;
  /** Months after diagnosis from which time counts; 0 for diagnosis itself. */
  readonly landmark: number;
  /** Whether a person comes into an arm when its treatment or test came, and time counts from diagnosis. */
  readonly delayedEntry: boolean;
}

const IMMORTAL_TIME = {
  en: 'Immortal time bias: a cohort is decided by a treatment or test after diagnosis, and nobody of it could die before that. Count them from the day of the event (delayed entry), or compare from a landmark.',
  zh: '不死时间偏倚：所选人群由诊断后的治疗或检测界定，其成员在此之前不可能死亡。请自事件发生日起计入（延迟进入），或改用界标法比较。',
};

const designOf = ({ landmark, delayedEntry }: Horizon): string =>
  delayedEntry ? 'delayed entry' : String(landmark);

/** Arms of one question, exact sets beside the curves that may leave. */
const armsOf = (
  releases: Releases,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  { months, landmark, delayedEntry }: Horizon,
) => {
  const question = [
    'survival',
    String(months),
    designOf({ months, landmark, delayedEntry }),
    ...asked.map((arm) => arm.id),
  ];
  return releases.once(release, question, async () => {
    const { cohorts } = await releases.open(release.number);
    const definitions = asked.map((arm) => arm.definition);
    const sets = await (delayedEntry
      ? cohorts.survivalOverTime(definitions)
      : cohorts.survival(definitions, Math.round(landmark * MONTH)));
    const { rule } = releases;
    return {
      analysed: sets.analysed,
      ...shownArms(sets, months, delayedEntry, rule),
      shared: sets.shared,
    };
  });
};

/** One arm of a question, whatever its design and endpoint. */
export interface ArmAsked {
  readonly asked: readonly AskedCohort[];
  readonly place: number;
}

/** Of curves of every design and endpoint: the arms of each are asked by the others. */
export const formerArm = formerQuestions<ArmAsked>(({ asked, place }) =>
  ['arm', place, ...asked.map(({ id }) => id)].join(' '),
);

const noArm: Arm = { result: none, points: [] };

/**
 * The arms to be answered: one that differs by a few persons from an arm of which the account asked a curve lately is
 * answered as that one, since two curves would tell of those few.
 * @param own ids of cohorts of the same question: to be near one of them is no pattern
 */
const answeredArms = async (
  context: Context,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  horizon: Horizon,
  own: ReadonlySet<string>,
): Promise<{ readonly arms: Arm[]; readonly near: readonly number[] }> => {
  const { releases } = context.resources;
  const purpose = purposeOf(context);
  const recent = toldSets(context, release, 'curves', purpose);
  const near: number[] = [];
  const answerOf = async (question: ArmAsked) => {
    const { analysed } = await armsOf(releases, question.asked, release, horizon);
    return formerArm(recent, analysed[question.place] as Printed, question);
  };
  const arms = await Promise.all(
    asked.map(async (_, place) => {
      const question = await followed({ asked, place }, answerOf);
      if (
        question === null ||
        !(question.asked === asked || question.asked.some(({ id }) => own.has(id)))
      )
        near.push(place);
      if (question === null) return noArm;
      const exact = await armsOf(releases, question.asked, release, horizon);
      const named = ['survival', ...question.asked.map(({ id }) => id), question.place].join(' ');
      const answer = answering(context, release, `${named} ${designOf(horizon)}`, purpose);
      const arm = exact.arms[question.place];
      return arm === undefined ? noArm : toldArm(arm, answer, releases.rule);
    }),
  );
  return { arms, near };
};

/**
 * Overall survival of several cohorts of one release, protected.
 * @param own ids of cohorts that belong to the same question
 */
export const compareSurvival = async (
  context: Context,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  horizon: Horizon,
  own: ReadonlySet<string> = new Set(),
) => {
  const { session, resources } = context;
  const { releases } = resources;
  const { months, landmark, delayedEntry } = horizon;
  const decidedAfter = asked.some(({ definition }) => isDecidedAfterDiagnosis(definition));
  const common = {
    release,
    landmark,
    delayedEntry,
    closing: release.closing,
    immortalTime: decidedAfter && landmark === 0 && !delayedEntry ? IMMORTAL_TIME : null,
  };
  const runnable = asked.every((arm) => arm.runnable);
  const described = (result: (i: number) => ArmResult) =>
    asked.map((arm, i) => ({
      ...result(i),
      cohortId: arm.id,
      description: print(arm.definition),
      problems: [...arm.problems],
    }));
  if (!runnable)
    return {
      ...common,
      arms: described(() => none),
      inSeveralArms: discloseCounted(nobody, releases.rule),
      from: 0,
      logRank: null,
      hazardRatio: null,
    };
  const found = await armsOf(releases, asked, release, horizon);
  const { arms, near } = await answeredArms(context, asked, release, horizon, own);
  const first = asked[near[0] ?? 0];
  await takeCounts(session, releases.budget.perDay, {
    near: near.length,
    ...(first && { words: print(first.definition) }),
    name: [
      ...[release.number, 'survival', months, delayedEntry ? 'delayed entry' : landmark],
      ...asked.map((arm) => arm.id),
    ].join(' '),
    counts: 1 + asked.length * countsOfArm(months),
  });
  const points = arms.map((arm) => arm.points);
  return {
    ...common,
    arms: described((i) => (arms[i] as Arm).result),
    inSeveralArms: sharedPersons(context, release, found.shared, purposeOf(context)),
    from: found.from,
    logRank: logRankOfShown(points, delayedEntry),
    hazardRatio: hazardRatioOfShown(points),
  };
};
