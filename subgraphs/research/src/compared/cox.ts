import { BiostatisticsError, type FactorModel, normalTwoSided } from '@nodp/biostatistics';
import { print } from '@nodp/cohorts/engine';
import {
  areSame,
  counted,
  type DisclosedRatio,
  type DisclosureRule,
  disclose,
  discloseCounted,
  discloseRatio,
  discloseTable,
  nobody,
  type Printed,
} from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import { type CaseColumns, printedOf, type SurvivalSets } from '@nodp/warehouse';
import { answering, toldSets } from '../cohorts/told-sets.ts';
import type { Context } from '../context.ts';
import type { CoxCovariate } from '../generated/resolvers.ts';
import { type AskedComparison, questionOf } from './asked.ts';
import { type Design, designOf, inputOf, type Term, termOf } from './cox-design.ts';
import { estimators } from './estimators.ts';
import { setsOf } from './sets.ts';
import { saltOf, VARIABLES } from './variables.ts';
import { wordsOf } from './words.ts';

/** Persons of a model: a tenth of a second for ten thousand. */
export const MOST_PERSONS = 500_000;

export const REFUSED = {
  problems: {
    en: 'A cohort’s definition cannot be run as it is: its problem is said with the curves.',
    zh: '某队列的定义无法运行，问题见生存曲线处的说明。',
  },
  near: {
    en: 'These cohorts differ by a few persons from cohorts that were compared lately: a second model would tell of those few.',
    zh: '这些队列与近期比较过的队列仅相差数人：再建模型会泄露这几个人的信息。',
  },
  few: {
    en: 'There are too few events for a model. Widen the cohorts, or ask for fewer covariates.',
    zh: '终点事件过少，无法建模。请放宽队列或减少协变量。',
  },
  many: {
    en: `A model has ${MOST_PERSONS} persons at most. Narrow the cohorts.`,
    zh: `模型最多${MOST_PERSONS}人，请缩小队列。`,
  },
  separated: {
    en: 'A covariate says what the cohorts or another one say, or a level foretells the events perfectly: it has no ratio of its own. Leave it out.',
    zh: '某协变量与队列或另一协变量含义相同，或某一水平完全预测终点事件，无法得到其风险比。请去除该协变量。',
  },
  none: {
    en: 'Give two cohorts, or a covariate, so that there is something to compare.',
    zh: '请给出两个队列或一个协变量以供比较。',
  },
} as const satisfies Record<string, Label>;

const COHORT: Label = { en: 'Cohort', zh: '队列' };

const cohortTerm = (asked: AskedComparison, sets: SurvivalSets): Term => ({
  ...{ salt: 0, name: COHORT },
  levels: asked.arms.map(({ definition }) => print(definition)),
  codes: Int32Array.from(sets.arm),
});

const fit = async (sets: SurvivalSets, design: Design): Promise<FactorModel | Label> => {
  const input = inputOf(sets, design);
  if (input.factors.length === 0) return REFUSED.few;
  try {
    return await estimators.run('coxOfFactors', [input]);
  } catch (error) {
    if (!(error instanceof BiostatisticsError)) throw error;
    if (['complete-separation', 'singular', 'not-converged'].includes(error.code))
      return REFUSED.separated;
    // Events on one day alone tell nothing of hazards over time.
    if (['no-events', 'empty', 'too-few'].includes(error.code)) return REFUSED.few;
    throw error;
  }
};

const isModel = (fitted: FactorModel | Label): fitted is FactorModel => 'hazards' in fitted;

export const shownRatio = (ratio: DisclosedRatio | null) =>
  ratio && {
    ...{ value: ratio.value, lower: ratio.lower, upper: ratio.upper },
    pValue: Number(normalTwoSided(ratio.z).toPrecision(3)),
  };

/** A test of the exact data is told to two decimals, and no nearer to 0 than a thousandth. */
const roundedTest = (pValue: number | null): number | null =>
  pValue === null ? null : Math.max(0.001, Number(pValue.toFixed(2)));

/** The ratios of a model as they may leave, by term and level. */
const ratiosOf = (
  sets: SurvivalSets,
  { rows, terms }: Design,
  model: FactorModel,
  rule: DisclosureRule,
  of: ReturnType<typeof counted>,
) => {
  const found = new Map<string, ReturnType<typeof shownRatio>>();
  const events = (term: Term, level: number) =>
    rows.reduce((n, i) => (term.codes[i] === level && sets.event[i] === 1 ? n + 1 : n), 0);
  for (const { factor, level, logHazardRatio, standardError } of model.hazards) {
    const t = Number(factor);
    const { term, retained } = terms[t] as Design['terms'][number];
    const [reference, own] = [retained[0] as number, retained[level] as number];
    const exact = {
      ...{ value: logHazardRatio, standardError },
      ...{ events: events(term, own), reference: events(term, reference) },
    };
    // Adjusted or not, and beside whichever covariates: moves that changed could be averaged away.
    const name = term.salt * 100 + own;
    found.set(`${t} ${own}`, shownRatio(discloseRatio(of, exact, name, rule)));
  }
  return found;
};

export const hidden = discloseCounted(nobody);

/** What a model is made from. */
interface Modelled {
  readonly sets: SurvivalSets;
  readonly terms: readonly Term[];
  /** Whether the first term is the cohorts. */
  readonly several: boolean;
  readonly cases: CaseColumns;
  readonly rule: DisclosureRule;
}

/** The models of a question: exact sets beside the ratios that may leave; or why there is none. */
const exactOf = async ({ sets, terms, several, cases, rule }: Modelled) => {
  const setOf = (rows: Iterable<number>): Printed =>
    printedOf(new Set(Array.from(rows, (i) => sets.row[i] as number)), cases);
  const enough = (rows: readonly number[]) => !disclose(setOf(rows), rule).suppressed;
  const adjusted = designOf(sets, terms, enough, several);
  const fitted = await fit(sets, adjusted);
  if (!isModel(fitted)) return fitted;
  const people = setOf(adjusted.rows);
  const models = [people];
  const ratios = ratiosOf(sets, adjusted, fitted, rule, counted(people, rule));
  const tests = new Map(fitted.proportionality.map((test) => [test.factor, test.pValue]));
  const unadjusted = await Promise.all(
    terms.map(async (term, t) => {
      const alone = designOf(sets, [term], enough, several && t === 0);
      // The same reference as in the adjusted model, so that the two ratios are of one comparison.
      const retained = adjusted.terms[t]?.retained ?? [];
      const own = alone.terms[0]?.retained ?? [];
      const ordered = [
        ...retained.filter((level) => own.includes(level)),
        ...own.filter((level) => !retained.includes(level)),
      ];
      const same = { rows: alone.rows, terms: [{ term, retained: ordered }] };
      const model = await fit(sets, same);
      if (!isModel(model)) return new Map<string, ReturnType<typeof shownRatio>>();
      const whole = setOf(alone.rows);
      models.push(whole);
      return ratiosOf(sets, same, model, rule, counted(whole, rule));
    }),
  );
  const all = Array.from(sets.row.keys());
  return {
    ...{ models, people },
    events: setOf(adjusted.rows.filter((i) => sets.event[i] === 1)),
    proportionality: roundedTest(fitted.globalProportionality),
    terms: terms.map((term, t) => {
      const at = (level: number, event: boolean) =>
        setOf(all.filter((i) => term.codes[i] === level && (!event || sets.event[i] === 1)));
      return {
        term,
        retained: adjusted.terms[t]?.retained ?? [],
        persons: term.levels.map((_, level) => at(level, false)),
        events: term.levels.map((_, level) => at(level, true)),
        proportionality: roundedTest(tests.get(String(t)) ?? null),
        unadjusted: term.levels.map((_, level) => unadjusted[t]?.get(`0 ${level}`) ?? null),
        adjusted: term.levels.map((_, level) => ratios.get(`${t} ${level}`) ?? null),
      };
    }),
  };
};
type Exact = Exclude<Awaited<ReturnType<typeof exactOf>>, Label>;

/**
 * The models as they may leave.
 * @param answer gives the set that is answered in the place of one
 */
const toldModel = (
  { people, events: dead, proportionality, terms }: Exact,
  several: boolean,
  answer: (set: Printed) => Printed,
  rule: DisclosureRule,
) => ({
  persons: disclose(answer(people), rule),
  events: disclose(answer(dead), rule),
  proportionality,
  terms: terms.map(({ term, retained, proportionality: test, ...at }, t) => {
    const table = (sets: readonly Printed[]) =>
      discloseTable(
        sets.map((set) => counted(answer(set), rule)),
        rule,
      );
    const [persons, events] = [table(at.persons), table(at.events)];
    const order = [...term.levels.keys()].filter(
      (level) => retained.includes(level) || persons[level]?.suppressed === false,
    );
    // A ratio would tell how many events a level has whose number is hidden on account of another's.
    const told = <Ratio>(level: number, ratio: Ratio | undefined) =>
      events[level]?.suppressed === false ? (ratio ?? null) : null;
    return {
      name: term.name,
      proportionality: test,
      levels: order.map((level) => ({
        label: term.levels[level] as Label,
        cohort: several && t === 0 ? level : null,
        reference: level === retained[0],
        persons: persons[level] ?? hidden,
        events: events[level] ?? hidden,
        unadjusted: told(level, at.unadjusted[level]),
        adjusted: told(level, at.adjusted[level]),
      })),
    };
  }),
});

/**
 * Cox regression of cohorts and covariates, unadjusted and adjusted, protected. Cohorts near ones that the account compared lately
 * get no model: two models would tell of the few between them. @throws COUNTS_SPENT
 */
export const coxOf = async (
  context: Context,
  asked: AskedComparison,
  covariates: readonly CoxCovariate[],
) => {
  const { release, endpoint, landmark, delayedEntry } = asked;
  const { session, resources } = context;
  const { releases } = resources;
  const { rule } = releases;
  const refused = (reason: Label) => ({
    ...{ release, ...wordsOf(endpoint, landmark, delayedEntry), refused: reason, terms: [] },
    ...{ persons: hidden, events: hidden, proportionality: null },
  });
  if (!asked.arms.every(({ runnable }) => runnable)) return refused(REFUSED.problems);
  const sets = await setsOf(releases, asked);
  if (sets.row.length > MOST_PERSONS) return refused(REFUSED.many);
  const { cases } = await releases.open(release.number);
  const chosen = [...new Set(covariates)].sort();
  const several = asked.arms.length > 1;
  const terms = [
    ...(several ? [cohortTerm(asked, sets)] : []),
    ...chosen.map((each) => termOf(VARIABLES[each](cases, release), sets, saltOf(each))),
  ];
  if (terms.length === 0) return refused(REFUSED.none);
  const question = [...questionOf({ ...asked, months: 0 }, 'cox'), ...chosen];
  const recent = toldSets(context, release, 'ratios');
  const compared = [landmark, ...asked.arms.map(({ id }) => id)].join(' ');
  const isNear = (set: Printed) => !areSame(recent.answer(set, compared), set);
  const near = sets.analysed.filter(isNear).length;
  const levels = terms.reduce((n, term) => n + term.levels.length, 0);
  const [first] = asked.arms;
  await takeCounts(session, releases.budget.perDay, {
    near,
    ...(first && { words: print(first.definition) }),
    name: [release.number, ...question].join(' '),
    // Persons, events and two ratios of each level.
    counts: 2 + 4 * levels,
  });
  if (near > 0) return refused(REFUSED.near);
  const found = await releases.once(release, question, () =>
    exactOf({ sets, terms, several, cases, rule }),
  );
  if (!('models' in found)) return refused(found);
  // Cohorts that are far from each other may leave rows that are near, where levels with few events are left out.
  if (found.models.some(isNear)) return refused(REFUSED.near);
  const named = [String(release.number), ...question].join(' ');
  return {
    ...{ release, ...wordsOf(endpoint, landmark, delayedEntry), refused: null },
    ...toldModel(found, several, answering(context, release, named), rule),
  };
};
