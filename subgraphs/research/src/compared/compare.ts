import { isDecidedAfterDiagnosis, print } from '@nodp/cohorts/engine';
import { type DisclosedPoint, discloseCounted, formerQuestions, nobody } from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';
import { sharedPersons } from '../cohorts/shared-persons.ts';
import { countsOfArm, shownArms } from '../cohorts/shown-arms.ts';
import { logRankOfShown } from '../cohorts/shown-log-rank.ts';
import type { Context } from '../context.ts';
import { type AskedComparison, questionOf } from './asked.ts';
import { setsOf } from './sets.ts';
import { shownIncidence } from './shown-incidence.ts';
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

/** The arms of one question as they may leave. */
const shownOf = (releases: Releases, asked: AskedComparison) =>
  releases.once(asked.release, questionOf(asked, 'endpoint'), async () => {
    const sets = await setsOf(releases, asked);
    const { rule } = releases;
    const { months, delayedEntry } = asked;
    const { shared } = sets;
    if (asked.endpoint === 'CANCER_SPECIFIC')
      return {
        ...{ analysed: sets.analysed, shared, from: 0 },
        arms: sets.analysed.map((_, arm) => {
          const { points, competing, ...shown } = shownIncidence(sets, arm, months, rule);
          return {
            ...shown,
            ...{ points, curve: rising(points), competing: rising(competing), median: null },
          };
        }),
      };
    const { arms, from } = shownArms(sets, months, delayedEntry, rule);
    return {
      ...{ analysed: sets.analysed, shared, from },
      arms: arms.map(({ result, points }) => ({
        ...{ persons: result.persons, events: result.deaths, leftOut: result.withoutTime },
        ...{ points, curve: falling(points), competing: [] },
        ...{ atRisk: result.atRisk, median: result.median },
      })),
    };
  });
type Shown = Awaited<ReturnType<typeof shownOf>>;
type ShownArm = Shown['arms'][number];

const former = formerQuestions<{ readonly asked: AskedComparison; readonly place: number }>();

/** Each arm as it is answered: one that differs by a few persons from one asked lately is answered as that one. */
const answeredArms = async (context: Context, asked: AskedComparison, shown: Shown) => {
  const { releases } = context.resources;
  const design = asked.delayedEntry ? 'delayed entry' : asked.landmark;
  const recent = releases.recentSets(
    `${context.session.principal.accountId} endpoint ${asked.endpoint} ${design}`,
    asked.release,
  );
  let near = 0;
  const arms = await Promise.all(
    shown.analysed.map(async (set, place) => {
      const source = former(recent, set, { asked, place });
      if (source === null) return shown.arms[place] as ShownArm;
      near++;
      const question = { ...source.asked, months: asked.months };
      return (await shownOf(releases, question)).arms[source.place] as ShownArm;
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
  const described = (arms: readonly ShownArm[], means: ReturnType<typeof shownMeans>) =>
    asked.arms.map((arm, i) => ({
      ...(arms[i] as ShownArm),
      restrictedMean: means[i] ?? null,
      cohortId: arm.id,
      description: print(arm.definition),
      problems: [...arm.problems],
    }));
  if (!asked.arms.every(({ runnable }) => runnable)) {
    const empty = asked.arms.map(() => none);
    return {
      ...common,
      ...{ from: 0, arms: described(empty, []), inSeveralArms: hidden, logRank: null, pairs: [] },
    };
  }
  const shown = await shownOf(releases, asked);
  const { arms, near } = await answeredArms(context, asked, shown);
  const [first] = asked.arms;
  await takeCounts(context.session, releases.budget.perDay, {
    near,
    ...(first && { words: print(first.definition) }),
    name: [release.number, ...questionOf(asked, 'endpoint')].join(' '),
    counts: 1 + asked.arms.length * (countsOfArm(months) + (incidence ? months + 1 : 0)),
  });
  const points = arms.map((arm) => arm.points);
  return {
    ...common,
    ...{ from: shown.from, inSeveralArms: sharedPersons(context, release, shown.shared) },
    arms: described(arms, incidence ? [] : shownMeans(points)),
    logRank: incidence ? null : logRankOfShown(points, delayedEntry),
    pairs: incidence ? [] : shownPairs(points, delayedEntry),
  };
};
