import { setImmediate } from 'node:timers/promises';
import { print } from '@nodp/cohorts/engine';
import {
  counted,
  type Disclosed,
  type DisclosedQuantiles,
  type DisclosureRule,
  disclose,
  discloseQuantiles,
  formerQuestions,
  type Printed,
  printed,
} from '@nodp/disclosure';
import { badInput, takeCounts } from '@nodp/graph';
import type { Label } from '@nodp/terminology';
import { type Analyte, analyteOfLoinc } from '@nodp/terminology/loinc';
import { type AnalyteResults, type CaseColumns, type Members, printedOf } from '@nodp/warehouse';
import { sharedPersons } from '../cohorts/shared-persons.ts';
import { toldSets } from '../cohorts/told-sets.ts';
import type { Context } from '../context.ts';
import { type AskedComparison, MONTH, questionOf } from './asked.ts';

/** Months of a step: a result every three months is what follow-up asks for. */
const STEP = 3;
const MOST_MONTHS = 60;
/** Members looked at before others are answered: some ten milliseconds. */
const AT_ONCE = 10_000;
const QUARTILES = [0.25, 0.5, 0.75] as const;

const WORDS = {
  timeZero: {
    en: 'Time zero is the diagnosis of the earliest case that meets the definition.',
    zh: '时间起点为符合定义的最早病例的诊断日。',
  },
  rule: {
    en: 'Of each person one value in three months: the middle one of those measured. Persons are those who were measured then: who is measured often, or lives long, is seen longer. Each quartile is the mean of ten neighbouring persons.',
    zh: '每人每3个月取一个值（所测各值的中间值）。各时段人群为当时接受检测者：检测频繁或存活较久者被观察得更久。各四分位数为相邻10人的均值。',
  },
  leftOut: {
    en: 'Left out are persons in several cohorts, and persons whose date of diagnosis is not known to the month.',
    zh: '不计入：同属多个队列者，以及诊断日期不详至月者。',
  },
} as const satisfies Record<string, Label>;

interface Step {
  /** Months after time zero at which it begins. */
  readonly from: number;
  readonly rows: readonly number[];
  /** One a person, ascending. */
  readonly values: Float64Array;
}

const middleOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] as number;

/** The values of a cohort's members step by step, the first the three months before time zero. */
const stepsOf = async (
  { arm, row }: Members,
  of: number,
  months: number,
  { originDays }: CaseColumns,
  results: AnalyteResults,
): Promise<Step[]> => {
  const count = Math.ceil(months / STEP) + 1;
  const steps = Array.from({ length: count }, () => ({
    rows: [] as number[],
    values: [] as number[],
  }));
  for (const [i, place] of row.entries()) {
    // Others are answered meanwhile: a million members take seconds.
    if (i % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const origin = originDays[place] as number;
    if (arm[i] !== of || origin < 0) continue;
    const { days, values } = results.of(place);
    const own = new Map<number, number[]>();
    days.forEach((day, at) => {
      const step = Math.floor((day - origin) / (STEP * MONTH)) + 1;
      if (step < 0 || step >= count) return;
      const known = own.get(step);
      if (known === undefined) own.set(step, [values[at] as number]);
      else known.push(values[at] as number);
    });
    for (const [step, measured] of own) {
      steps[step]?.rows.push(place);
      steps[step]?.values.push(middleOf(measured));
    }
  }
  return steps.map(({ rows, values }, i) => ({
    ...{ from: (i - 1) * STEP, rows },
    values: Float64Array.from(values).sort(),
  }));
};

/** The same persons measured at another step, or for another analyte, are no set near this one: what is told of them is another thing. */
const named = (set: Printed, name: number): Printed =>
  printed(
    set.count,
    set.sums.map((sum) => (sum + Math.imul(name + 1, 0x9e3779b1)) | 0),
  );

interface ShownStep {
  readonly months: number;
  readonly persons: Disclosed;
  readonly quartiles: DisclosedQuantiles | null;
}
const former = formerQuestions<ShownStep>();

const hashOf = (text: string): number =>
  [...text].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, 7);

const shownStep = ({ from, values }: Step, set: Printed, rule: DisclosureRule): ShownStep => {
  const of = counted(set, rule);
  return {
    months: from,
    persons: disclose(set, rule),
    quartiles: discloseQuantiles(of, values, QUARTILES, rule),
  };
};

const analyteOf = (code: string): Analyte => {
  const found = analyteOfLoinc(code);
  if (found === null)
    throw badInput(
      `“${code}” is no LOINC code of an analyte that the platform knows. / “${code}”不是平台已收录检验项目的LOINC代码。`,
    );
  return found;
};

/**
 * Results of an analyte in each cohort by time from diagnosis, protected: quartiles of those measured in each three months. A set of
 * persons near one that the account asked lately is answered as that one. @throws BAD_USER_INPUT, COUNTS_SPENT
 */
export const trajectoriesOf = async (context: Context, asked: AskedComparison, code: string) => {
  const analyte = analyteOf(code);
  const { release, months, landmark } = asked;
  if (months > MOST_MONTHS)
    throw badInput(
      `Trajectories go to 12 to ${MOST_MONTHS} months, not ${months}. / 轨迹可至 12 至 ${MOST_MONTHS} 个月。`,
    );
  const { session, resources } = context;
  const { releases } = resources;
  const { rule } = releases;
  const [loinc = code] = analyte.loinc;
  const common = { release, analyte: analyte.label, unit: analyte.unit, ...WORDS };
  const none = disclose({ count: 0, key: 0 }, rule);
  if (!asked.arms.every(({ runnable }) => runnable))
    return {
      ...common,
      inSeveralArms: none,
      arms: asked.arms.map(() => ({ persons: none, steps: [] })),
    };
  const question = [...questionOf(asked, 'trajectories'), loinc];
  const found = await releases.once(release, question, async () => {
    const { cohorts, cases } = await releases.open(release.number);
    const [members, results] = await Promise.all([
      cohorts.members(
        asked.arms.map(({ definition }) => definition),
        Math.round(landmark * MONTH),
      ),
      cohorts.results(loinc),
    ]);
    return {
      shared: members.shared,
      arms: await Promise.all(
        asked.arms.map(async (_, arm) => {
          const steps = await stepsOf(members, arm, months, cases, results);
          return {
            measured: printedOf(new Set(steps.flatMap(({ rows }) => rows)), cases),
            steps: steps.map((step) => {
              const set = named(printedOf(step.rows, cases), hashOf(`${loinc} ${step.from}`));
              return { set, shown: shownStep(step, set, rule) };
            }),
          };
        }),
      ),
    };
  });
  const recent = toldSets(context, release, 'counts');
  let near = 0;
  const arms = found.arms.map(({ measured, steps }) => ({
    persons: disclose(recent.answer(named(measured, hashOf(loinc))), rule),
    steps: steps.map(({ set, shown }) => {
      const answered = former(recent, set, shown);
      if (answered.as !== 'itself') near++;
      const hidden = { ...shown, persons: none, quartiles: null };
      const told = { itself: shown, refused: hidden };
      const {
        months: from,
        persons,
        quartiles,
      } = answered.as === 'former' ? answered.former : told[answered.as];
      const [lower = null, median = null, upper = null] = quartiles?.values ?? [];
      return { ...{ months: from, persons }, ...{ lower, median, upper } };
    }),
  }));
  const [first] = asked.arms;
  await takeCounts(session, releases.budget.perDay, {
    near,
    ...(first && { words: print(first.definition) }),
    name: [release.number, ...question].join(' '),
    counts: 1 + asked.arms.length * (1 + 4 * (Math.ceil(months / STEP) + 1)),
  });
  return { ...common, inSeveralArms: sharedPersons(context, release, found.shared), arms };
};
