import {
  areSame,
  cellAt,
  counted,
  type Disclosed,
  disclose,
  discloseTable,
  type Printed,
} from '@nodp/disclosure';
import { takeCounts } from '@nodp/graph';
import {
  classesOf,
  DISEASE_IDS,
  DISEASES,
  type DiseaseElement,
  type DiseaseId,
  elementsOf,
  NOT_KNOWN,
  NOT_KNOWN_LABELS,
} from '@nodp/oncology/single-disease';
import type { Label } from '@nodp/terminology';
import {
  type CompletenessSets,
  type DiseaseDivision,
  type DiseaseSets,
  diseaseTable,
} from '@nodp/warehouse';
import type { Context } from '../context.ts';
import type { ReleaseRow } from '../release/release-rows.ts';
import { keysOf } from './divisions.ts';
import { type Share, shareOf } from './shares.ts';

/** A single-disease data set, asked of a release. */
export interface AskedDataSet {
  readonly id: DiseaseId;
  readonly release: ReleaseRow;
}

export const dataSetsOf = (release: ReleaseRow): AskedDataSet[] =>
  DISEASE_IDS.map((id) => ({ id, release }));

export const definitionOf = ({ id }: AskedDataSet): Label => {
  const { topography, morphology } = DISEASES[id];
  return {
    en: `Malignant primaries (behaviour 3) of ${topography}, ${morphology.en}`,
    zh: `${topography}的恶性原发肿瘤（行为学编码3），${morphology.zh}`,
  };
};

export const tableOf = ({ id }: AskedDataSet): string => diseaseTable(id).name;

const setsOf = async (
  { resources }: Context,
  { id, release }: AskedDataSet,
): Promise<DiseaseSets | null> => (await resources.releases.open(release.number)).disease(id);

/**
 * The sets to be answered in the place of those asked, as in cohorts: each that differs by a few cases from one that the account asked
 * lately gives way to that one. Takes them from the account's budget as one question.
 * @throws COUNTS_SPENT
 */
const answered = async (
  { session, resources: { releases } }: Context,
  { id, release }: AskedDataSet,
  question: string,
  sets: readonly Printed[],
): Promise<readonly Printed[]> => {
  const recent = releases.recentSets(session.principal.accountId, release);
  const given = sets.map((set) => recent.answer(set));
  const near = given.filter((set) => !sets.some((own) => areSame(set, own))).length;
  const { label } = DISEASES[id];
  await takeCounts(session, releases.budget.perDay, {
    name: `${release.number} disease ${id} ${question}`,
    counts: sets.length,
    near,
    words: {
      en: `Single-disease data set “${label.en}”: ${question}`,
      zh: `单病种数据集“${label.zh}”：${question}`,
    },
  });
  return given;
};

/** Answers of a data set asked for more than once within a request are worked out, and paid for, once. */
const once = <T>(work: (context: Context, asked: AskedDataSet) => Promise<T>) => {
  const known = new WeakMap<AskedDataSet, Promise<T>>();
  return (context: Context, asked: AskedDataSet): Promise<T> => {
    const answer = known.get(asked) ?? work(context, asked);
    known.set(asked, answer);
    return answer;
  };
};

export const casesOf = once(async (context, asked): Promise<Disclosed | null> => {
  const sets = await setsOf(context, asked);
  if (sets === null) return null;
  const [cases] = await answered(context, asked, 'cases', [sets.cases]);
  return disclose(cases as Printed, context.resources.releases.rule);
});

const sharesOf = (
  cells: readonly (readonly CompletenessSets[])[],
  given: readonly Printed[],
  context: Context,
): Share[][] => {
  let at = 0;
  return cells.map((row) =>
    row.map(() => {
      const sets = given.slice(at, at + 3) as unknown as CompletenessSets;
      at += 3;
      return shareOf(sets, context.resources.releases.rule);
    }),
  );
};

/** The share of each element of all cases; empty of a release without data sets. */
export const sharesOfAll = once(async (context, asked): Promise<readonly Share[]> => {
  const sets = await setsOf(context, asked);
  if (sets === null) return [];
  const given = await answered(context, asked, 'completeness', sets.whole.flat());
  return sharesOf(
    sets.whole.map((one) => [one]),
    given,
    context,
  ).flat();
});

const valuesOf = (element: DiseaseElement) => [
  ...(element.type === 'choice' ? element.values : classesOf(element)).map((value) => ({
    ...value,
    isKnown: true,
  })),
  ...NOT_KNOWN.map((code) => ({ code, label: NOT_KNOWN_LABELS[code], isKnown: false })),
];

/** Of each element, the cases of each value, protected as a table whose total is shown. */
export const distributionsOf = once(async (context, asked) => {
  const sets = await setsOf(context, asked);
  if (sets === null) return [];
  const { rule } = context.resources.releases;
  const given = await answered(context, asked, 'distribution', sets.distributions.flat());
  let at = 0;
  return elementsOf(asked.id).map((element) => {
    const values = valuesOf(element);
    const own = given.slice(at, at + values.length);
    at += values.length;
    const shown = discloseTable(
      own.map((set) => counted(set, rule)),
      rule,
    );
    return values.map(({ code, label, isKnown }, i) => ({
      ...{ key: code, label, isKnown },
      count: cellAt(shown, i),
    }));
  });
});

/** An element of a data set that was asked; what is counted of it is counted where it is asked for. */
export interface AskedElement {
  readonly asked: AskedDataSet;
  readonly place: number;
  readonly element: DiseaseElement;
}

export const elementsAsked = async (
  context: Context,
  asked: AskedDataSet,
): Promise<AskedElement[]> =>
  (await setsOf(context, asked)) === null
    ? []
    : elementsOf(asked.id).map((element, place) => ({ asked, place, element }));

export const completenessBy = async (
  context: Context,
  asked: AskedDataSet,
  by: DiseaseDivision,
) => {
  const sets = await setsOf(context, asked);
  if (sets === null) return null;
  const keys = keysOf(by, asked.release);
  const cells = sets.completeness(
    by,
    keys.map(({ key }) => key),
  );
  const given = await answered(context, asked, `completeness by ${by}`, cells.flat(2));
  const shares = sharesOf(cells, given, context);
  return {
    keys: keys.map(({ key }) => (key === null ? null : String(key))),
    labels: keys.map(({ label }) => label),
    rows: elementsOf(asked.id).map(({ id }, i) => ({ element: id, shares: shares[i] ?? [] })),
  };
};
