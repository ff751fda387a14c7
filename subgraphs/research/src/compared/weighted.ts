import { BiostatisticsError, effectiveSampleSize, groupWeights } from '@nodp/biostatistics';
import { print } from '@nodp/cohorts/engine';
import {
  areSame,
  type Counted,
  counted,
  type DisclosureRule,
  disclose,
  discloseCounted,
  discloseRatio,
  discloseTable,
  ofShown,
} from '@nodp/disclosure';
import { badInput, takeCounts } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import { type CaseColumns, printedOf, type SurvivalSets } from '@nodp/warehouse';
import { toldSets } from '../cohorts/told-sets.ts';
import type { Context } from '../context.ts';
import type { CoxCovariate } from '../generated/resolvers.ts';
import { type AskedComparison, questionOf } from './asked.ts';
import { balanceOf } from './balance.ts';
import { falling } from './compare.ts';
import { hidden, MOST_PERSONS, REFUSED, shownRatio } from './cox.ts';
import { termOf } from './cox-design.ts';
import { estimators } from './estimators.ts';
import { indicatorsOf, type Overlap, overlapOf } from './overlap.ts';
import { setsOf } from './sets.ts';
import { saltOf, VARIABLES } from './variables.ts';
import { shownWeightedCurve } from './weighted-curve.ts';
import { wordsOf } from './words.ts';

/** Weights beyond these quantiles are set to them (Cole and Hernán 2008). */
const TRUNCATED = [0.01, 0.99] as const;
/** Names the ratio of the weighted model among those of the same persons. */
const WEIGHTED = 90_000;

const NO_OVERLAP: Label = {
  en: 'The chosen properties decide who is in which cohort, or no level of one is of enough persons in every cohort: nobody can stand for the others. Leave a property out.',
  zh: '所选特征决定了队列归属，或某特征没有任何一级在各队列中人数均足够：无法以加权使队列可比。请去除该特征。',
};
const NO_COVARIATE: Label = {
  en: 'Give two cohorts or more and a property to balance.',
  zh: '请给出至少两个队列及一个需平衡的特征。',
};
const METHOD: Label = {
  en: 'Weights are stabilised inverse probabilities of being in one’s own cohort given the properties (logistic regression, multinomial of more than two cohorts; Imbens 2000), set to the 1st and 99th percentile beyond these; each cohort then stands for all together. The hazard ratio is of a weighted Cox regression with robust variance. What is not among the properties stays unbalanced.',
  zh: '权重为给定所选特征时属于本队列的概率的倒数（稳定化；逻辑回归，多于两个队列时为多项逻辑回归；Imbens 2000），超出第1和第99百分位者取该百分位值；加权后各队列均代表全体。风险比来自加权Cox回归（稳健方差）。未列入的特征仍可能不平衡。',
};

/** The weight of each row of an overlap; words where there is none. */
const weightsOf = async (
  overlap: Overlap,
  group: Float64Array,
  groups: number,
): Promise<Float64Array | Label> => {
  const covariates = indicatorsOf(overlap);
  if (new Set(group).size < groups) return NO_OVERLAP;
  try {
    const probability = await estimators.run('groupProbabilities', [{ group, groups, covariates }]);
    return groupWeights(group, probability, { stabilised: true, truncate: TRUNCATED });
  } catch (error) {
    if (
      error instanceof BiostatisticsError &&
      ['complete-separation', 'singular', 'one-group', 'out-of-range'].includes(error.code)
    )
      return NO_OVERLAP;
    throw error;
  }
};

/** Hazard in each cohort relative to the first, of the weighted persons. */
const ratiosOf = async (
  { time, event, weight, group }: Record<'time' | 'event' | 'weight' | 'group', Float64Array>,
  arms: number,
  of: Counted,
  rule: DisclosureRule,
) => {
  const events = (arm: number) =>
    group.reduce((n, own, i) => (own === arm && event[i] === 1 ? n + 1 : n), 0);
  try {
    const { hazards } = await estimators.run('coxOfFactors', [
      { time, event, weight, factors: [{ name: 'cohort', levels: arms, codes: group }] },
    ]);
    return Array.from({ length: arms }, (_, arm) => {
      const found = hazards.find(({ level }) => level === arm);
      return found === undefined
        ? null
        : shownRatio(
            discloseRatio(
              of,
              {
                ...{ value: found.logHazardRatio, standardError: found.standardError },
                ...{ events: events(arm), reference: events(0) },
              },
              WEIGHTED + arm,
              rule,
            ),
          );
    });
  } catch (error) {
    // Too few events for a model leave the curves as they are.
    if (error instanceof BiostatisticsError) return new Array<null>(arms).fill(null);
    throw error;
  }
};

const answerOf = async (
  sets: SurvivalSets,
  overlap: Overlap,
  asked: AskedComparison,
  cases: CaseColumns,
  rule: DisclosureRule,
) => {
  const arms = asked.arms.length;
  const { rows } = overlap;
  const of = <Of>(pick: (i: number) => Of) => rows.map(pick);
  const group = Float64Array.from(of((i) => sets.arm[i] as number));
  const weight = await weightsOf(overlap, group, arms);
  if (!(weight instanceof Float64Array)) return weight;
  const time = Float64Array.from(of((i) => sets.time[i] as number));
  // Competing events end the follow-up: the hazard is that of the cause.
  const event = Float64Array.from(of((i) => (sets.event[i] === 1 ? 1 : 0)));
  const printedAt = (places: readonly number[]) =>
    printedOf(
      places.map((place) => sets.row[rows[place] as number] as number),
      cases,
    );
  const whole = counted(printedAt([...rows.keys()]), rule);
  const ratios = await ratiosOf({ time, event, weight, group }, arms, whole, rule);
  const incidence = asked.endpoint === 'CANCER_SPECIFIC';
  return {
    persons: discloseCounted(whole, rule),
    balance: balanceOf(overlap, { group, weight, arms, printedAt }, rule),
    arms: asked.arms.map((_, arm) => {
      const places = [...rows.keys()].filter((place) => group[place] === arm);
      const own = counted(printedAt(places), rule);
      const persons = discloseCounted(own, rule);
      const pick = (column: Float64Array) => Float64Array.from(places, (i) => column[i] as number);
      const weights = pick(weight);
      const share = Number((effectiveSampleSize(weights) / places.length).toFixed(2));
      const dead = places.filter((place) => event[place] === 1);
      const living = places.filter((place) => event[place] !== 1);
      const [events] = discloseTable(
        [counted(printedAt(dead), rule), counted(printedAt(living), rule)],
        rule,
      );
      return {
        ...{ persons, events },
        // Of the count as it is shown, by a share to the hundredth: it tells no more.
        effective: ofShown(persons, (shown) => Math.round(shown * share)),
        curve: incidence
          ? []
          : falling(
              shownWeightedCurve(
                { time: pick(time), event: Uint8Array.from(pick(event)), weight: weights },
                own,
                asked.months,
                rule,
              ),
            ),
        // A ratio would tell how many events a cohort has whose number is hidden.
        ratio: events.suppressed ? null : (ratios[arm] ?? null),
      };
    }),
  };
};

/**
 * Cohorts made alike by inverse-probability weights, protected: balance before and after, weighted curves, and hazard ratios with
 * robust variance. Cohorts near ones that the account weighted lately get no answer. @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const weightedOf = async (
  context: Context,
  asked: AskedComparison,
  covariates: readonly CoxCovariate[],
) => {
  const { release, endpoint, landmark, delayedEntry, months } = asked;
  const { session, resources } = context;
  const { releases } = resources;
  const { rule } = releases;
  if (delayedEntry)
    throw badInput(
      'Weights are of persons at time zero or a landmark, not of delayed entry. / 加权须自时间起点或界标起，不能用延迟进入。',
    );
  const arms = asked.arms.length;
  const common = { release, ...wordsOf(endpoint, landmark, delayedEntry), method: METHOD };
  const refused = (reason: Label) => ({
    ...{ ...common, refused: reason, persons: hidden, withoutOverlap: hidden },
    ...{ balance: [], arms: [] },
  });
  if (!asked.arms.every(({ runnable }) => runnable)) return refused(REFUSED.problems);
  const chosen = [...new Set(covariates)].sort();
  if (arms < 2 || chosen.length === 0) return refused(NO_COVARIATE);
  const sets = await setsOf(releases, asked);
  if (sets.row.length > MOST_PERSONS) return refused(REFUSED.many);
  const { cases } = await releases.open(release.number);
  const terms = chosen.map((each) => termOf(VARIABLES[each](cases, release), sets, saltOf(each)));
  const question = [...questionOf(asked, 'weighted'), ...chosen];
  // One memory with the regression: both tell of the same persons.
  const recent = toldSets(context, release, 'ratios');
  const compared = [landmark, ...asked.arms.map(({ id }) => id)].join(' ');
  const near = sets.analysed.filter((set) => !areSame(recent.answer(set, compared), set)).length;
  const [first] = asked.arms;
  await takeCounts(session, releases.budget.perDay, {
    near,
    ...(first && { words: print(first.definition) }),
    name: [release.number, ...question].join(' '),
    counts: 2 + arms * (4 + months + terms.reduce((n, { levels }) => n + levels.length, 0)),
  });
  if (near > 0) return refused(REFUSED.near);
  return releases.once(release, question, async () => {
    const setOf = (rows: readonly number[]) =>
      printedOf(
        rows.map((i) => sets.row[i] as number),
        cases,
      );
    const overlap = overlapOf(sets, arms, terms, (rows) => !disclose(setOf(rows), rule).suppressed);
    if (overlap.rows.length === 0 || overlap.terms.every(({ retained }) => retained.length < 2))
      return refused(NO_OVERLAP);
    const answer = await answerOf(sets, overlap, asked, cases, rule);
    if (!('balance' in answer)) return refused(answer);
    const weighted = new Set(overlap.rows);
    const out = Array.from(sets.row.keys()).filter((i) => !weighted.has(i));
    return { ...common, ...answer, refused: null, withoutOverlap: disclose(setOf(out), rule) };
  });
};
