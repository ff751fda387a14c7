import { isDecidedAfterDiagnosis, print } from '@nodp/cohorts/engine';
import { conditionalCurve, discloseCounted, nobody, type Printed } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import type { AskedCohort } from './cohort.ts';
import { type ArmAsked, answeredArm, nearShown } from './former-arms.ts';
import { sharedPersons } from './shared-persons.ts';
import {
  type Arm,
  type ArmResult,
  countsOfArm,
  type ExactArm,
  none,
  shownArms,
  toldArm,
} from './shown-arms.ts';
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

const noArm: Arm = { result: none, points: [] };

/** An arm as it is answered; null where a curve would tell of the few between it and one shown before. */
const answeredAs = async (
  context: Context,
  release: ReleaseRow,
  horizon: Horizon,
  asked: ArmAsked,
): Promise<{ readonly arm: Arm; readonly by: ArmAsked } | null> => {
  const { releases } = context.resources;
  const purpose = purposeOf(context);
  const by = (arm: ArmAsked, months = horizon.months) =>
    armsOf(releases, arm.asked, release, { ...horizon, months, landmark: arm.landmark });
  const recent = toldSets(context, release, 'curves', purpose);
  const answered = await answeredArm(
    recent,
    asked,
    async (arm) => (await by(arm)).analysed[arm.place] as Printed,
  );
  if (answered === null) return null;
  const { arm, shownFrom } = answered;
  const exact = (await by(arm)).arms[arm.place] as ExactArm;
  const later = arm.landmark - shownFrom;
  const shown =
    later === 0
      ? exact.points
      : conditionalCurve(
          (await by({ ...arm, landmark: shownFrom }, horizon.months + later)).arms[arm.place]
            ?.points ?? [],
          later,
        );
  const named = ['survival', designOf(horizon), arm.place, ...arm.asked.map(({ id }) => id)];
  const answer = answering(context, release, named.join(' '), purpose);
  return { arm: toldArm({ ...exact, points: shown }, answer, releases.rule), by: arm };
};

/**
 * The arms to be answered.
 * @param own ids of cohorts of the same question: to be near one of them is no pattern
 */
const answeredArms = async (
  context: Context,
  asked: readonly AskedCohort[],
  release: ReleaseRow,
  horizon: Horizon,
  own: ReadonlySet<string>,
) => {
  const { landmark } = horizon;
  const answered = await Promise.all(
    asked.map((_, place) => answeredAs(context, release, horizon, { asked, place, landmark })),
  );
  const near = asked.flatMap((_, place) => {
    const by = answered[place]?.by.asked;
    return by === asked || by?.some(({ id }) => own.has(id)) === true ? [] : [place];
  });
  return { arms: answered.map((found) => found?.arm ?? null), near };
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
  const described = (result: (i: number) => ArmResult | null) =>
    asked.map((arm, i) => ({
      ...(result(i) ?? none),
      cohortId: arm.id,
      description: print(arm.definition),
      problems: [...arm.problems, ...(result(i) === null ? [nearShown] : [])],
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
  const points = arms.map((arm) => (arm ?? noArm).points);
  return {
    ...common,
    arms: described((i) => arms[i]?.result ?? null),
    inSeveralArms: sharedPersons(context, release, found.shared, purposeOf(context)),
    from: found.from,
    logRank: logRankOfShown(points, delayedEntry),
    hazardRatio: hazardRatioOfShown(points),
  };
};
