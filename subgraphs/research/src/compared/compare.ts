import { isDecidedAfterDiagnosis, print } from '@nodp/cohorts/engine';
import {
  conditionalCurve,
  type DisclosedPoint,
  discloseCounted,
  nobody,
  type Printed,
} from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import { type AnsweredArm, type ArmAsked, answeredArm, nearShown } from '../cohorts/former-arms.ts';
import { sharedPersons } from '../cohorts/shared-persons.ts';
import { countsOfArm, shownArms, toldArm } from '../cohorts/shown-arms.ts';
import { logRankOfShown } from '../cohorts/shown-log-rank.ts';
import { answering, toldSets } from '../cohorts/told-sets.ts';
import type { Context } from '../context.ts';
import { type AskedComparison, questionOf } from './asked.ts';
import { setsOf } from './sets.ts';
import { incidenceOf, toldIncidence } from './shown-incidence.ts';
import { shownMeans, shownPairs } from './shown-pairs.ts';
import { immortalTimeOf, wordsOf } from './words.ts';

const share = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(3));

/** Points of what falls. */
export const falling = (points: readonly DisclosedPoint[]) =>
  points.map(({ time, survival, lower, upper }) => ({
    months: time,
    share: share(survival) as number,
    lower: share(lower),
    upper: share(upper),
  }));

/** Points of what rises; limits of a curve without competing events are none of its. */
const rising = (points: readonly DisclosedPoint[]) =>
  points.map(({ time, survival }) => ({
    months: time,
    share: share(1 - survival) as number,
    lower: null,
    upper: null,
  }));

/** The arms of one question: exact sets beside the curves that may leave. */
const exactOf = (releases: Releases, asked: AskedComparison) =>
  releases.once(asked.release, questionOf(asked, 'endpoint'), async () => {
    const sets = await setsOf(releases, asked);
    const { rule } = releases;
    const { months, delayedEntry } = asked;
    const common = { analysed: sets.analysed, shared: sets.shared };
    if (asked.endpoint === 'CANCER_SPECIFIC')
      return {
        ...{ ...common, from: 0, falling: null },
        rising: sets.analysed.map((_, arm) => incidenceOf(sets, arm, months, rule)),
      };
    const { arms, from } = shownArms(sets, months, delayedEntry, rule);
    return { ...common, from, falling: arms, rising: null };
  });

/** An arm as it may leave; null where a curve would tell of the few between it and one shown before. */
const toldOf = async (
  context: Context,
  comparison: AskedComparison,
  { arm, shownFrom }: AnsweredArm,
) => {
  const { releases } = context.resources;
  const { rule } = releases;
  const { place, landmark } = arm;
  const asked = { ...comparison, arms: arm.asked };
  const exact = await exactOf(releases, asked);
  const answer = answering(context, asked.release, [...questionOf(asked, 'arm'), place].join(' '));
  const [down, up] = [exact.falling?.[place], exact.rising?.[place]];
  const later = landmark - shownFrom;
  if (up !== undefined && later === 0) {
    const { points, competing, ...told } = toldIncidence(up, answer, rule);
    return { ...told, points, curve: rising(points), competing: rising(competing), median: null };
  }
  if (down === undefined) return null;
  const earlier = { ...asked, landmark: shownFrom, months: asked.months + later };
  const shown =
    later === 0
      ? down.points
      : conditionalCurve((await exactOf(releases, earlier)).falling?.[place]?.points ?? [], later);
  const { result, points } = toldArm({ ...down, points: shown }, answer, rule);
  return {
    ...{ persons: result.persons, events: result.deaths, leftOut: result.withoutTime },
    ...{ points, curve: falling(points), competing: [] },
    ...{ atRisk: result.atRisk, median: result.median },
  };
};
type ShownArm = NonNullable<Awaited<ReturnType<typeof toldOf>>>;

/** Each arm as it is answered: one that differs by a few persons from one asked lately is answered as that one, or not at all. */
const answeredArms = async (context: Context, asked: AskedComparison) => {
  const { releases } = context.resources;
  const { landmark } = asked;
  const recent = toldSets(context, asked.release, 'curves');
  const setOf = async (arm: ArmAsked) => {
    const by = { ...asked, arms: arm.asked, landmark: arm.landmark };
    return (await exactOf(releases, by)).analysed[arm.place] as Printed;
  };
  let near = 0;
  const arms = await Promise.all(
    asked.arms.map(async (_, place): Promise<ShownArm | null> => {
      const answered = await answeredArm(recent, { asked: asked.arms, place, landmark }, setOf);
      if (answered?.arm.asked !== asked.arms) near++;
      return answered && toldOf(context, asked, answered);
    }),
  );
  return { arms, near };
};

const hidden = discloseCounted(nobody);
const none: ShownArm = {
  ...{ persons: hidden, events: hidden, leftOut: hidden },
  ...{ points: [], curve: [], competing: [], atRisk: [], median: null },
};

/** Cohorts by the time until an endpoint, protected. @throws COUNTS_SPENT */
export const compareEndpoint = async (context: Context, asked: AskedComparison) => {
  const { release, endpoint, months, landmark, delayedEntry } = asked;
  const { releases } = context.resources;
  const incidence = endpoint === 'CANCER_SPECIFIC';
  const decided = asked.arms.some(({ definition }) => isDecidedAfterDiagnosis(definition));
  const common = {
    ...{ release, endpoint, incidence, closing: release.closing },
    ...wordsOf(endpoint, landmark, delayedEntry),
    immortalTime: decided && landmark === 0 && !delayedEntry ? immortalTimeOf(endpoint) : null,
  };
  const described = (arms: readonly (ShownArm | null)[], means: ReturnType<typeof shownMeans>) =>
    asked.arms.map((arm, i) => ({
      ...(arms[i] ?? none),
      restrictedMean: means[i] ?? null,
      cohortId: arm.id,
      description: print(arm.definition),
      problems: [...arm.problems, ...(arms[i] === null ? [nearShown] : [])],
    }));
  if (!asked.arms.every(({ runnable }) => runnable)) {
    const empty = asked.arms.map(() => none);
    return {
      ...common,
      ...{ from: 0, arms: described(empty, []), inSeveralArms: hidden, logRank: null, pairs: [] },
    };
  }
  const exact = await exactOf(releases, asked);
  const { arms, near } = await answeredArms(context, asked);
  const [first] = asked.arms;
  await takeCounts(context.session, releases.budget.perDay, {
    near,
    ...(first && { words: print(first.definition) }),
    name: [release.number, ...questionOf(asked, 'endpoint')].join(' '),
    counts: 1 + asked.arms.length * (countsOfArm(months) + (incidence ? months + 1 : 0)),
  });
  const points = arms.map((arm) => (arm ?? none).points);
  return {
    ...common,
    ...{ from: exact.from, inSeveralArms: sharedPersons(context, release, exact.shared) },
    arms: described(arms, incidence ? [] : shownMeans(points)),
    logRank: incidence ? null : logRankOfShown(points, delayedEntry),
    pairs: incidence ? [] : shownPairs(points, delayedEntry),
  };
};
