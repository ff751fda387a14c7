import { type GroupedClass, type GroupedEstimate, groupedMedian } from '@nodp/biostatistics';
import { type Counted, type Keyed, together } from '@nodp/disclosure';
import type { Label } from '@nodp/graph';
import { COST_CLASSES, MOST_COST } from '@nodp/warehouse';
import { cellsIn, impossibleBy, protectedCells } from '../measures/cells.ts';
import { type Cell, digits, type Measure, noFigure } from '../measures/measure.ts';
import { bandsOf } from '../prevalence/bands.ts';
import { refusal } from '../questions/words.ts';
import type { Axis, EventCounts, Source } from '../sources/source.ts';

/** Classes are told by bands of counts as they may be shown: a sum of money over few people would tell of them. */
const DIGITS = 2;
const LEAST_BANDS = 3;
const MOST_CELLS = 2000;

type CostDimension = 'DIRECT_COST' | 'OUT_OF_POCKET_COST';

/** The set of a cell whose cost lies in some classes, one for each part of the choice. */
const setOf = (
  { parts, counts, keys }: EventCounts,
  [first, last]: readonly [number, number],
): Keyed[] =>
  Array.from({ length: parts }, (_, part) => {
    let [count, key] = [0, 0];
    for (let at = first; at < last; at++) {
      count += counts[at * parts + part] as number;
      if (keys !== null) key = (key + (keys[at * parts + part] as number)) | 0;
    }
    return { count, key: key >>> 0 };
  });

const reasonOf = (dimension: CostDimension): Measure['refused'] => ({
  [dimension]: {
    en: 'The figure is of these costs already: cross a count of cases by them.',
    zh: '该指标即为该项费用；如需其分布，请以病例数交叉该维度。',
  },
});

const classesOf = (source: Source, dimension: CostDimension): Axis => ({
  dimension,
  values: source.dimensions[dimension]?.values ?? [],
});

/** What is made of costs by class; the middle one where nothing is said, since a mean would hang on few. */
export interface CostFigure {
  readonly estimate: (classes: readonly GroupedClass[]) => GroupedEstimate;
  readonly interval: Label;
  readonly required: Measure['required'];
}

const median: CostFigure = {
  estimate: groupedMedian,
  interval: {
    en: '95%, by order statistics of classes of cost',
    zh: '95%，按费用分组的次序统计量',
  },
  required: [],
};

/** Direct medical cost, or what of it the patient paid, of the first 365 days of each case. */
export const costMeasure = (
  dimension: CostDimension,
  words: Pick<Measure, 'label' | 'sentence' | 'limits'>,
  { estimate: estimateOf, interval, required }: CostFigure = median,
): Measure => ({
  ...words,
  group: 'BURDEN',
  ofDeaths: null,
  unit: { en: 'yuan', zh: '元' },
  numerator: { en: 'cases with a bill in yuan', zh: '有人民币费用明细的病例' },
  denominator: null,
  interval,
  options: [],
  needsPersonYears: false,
  required,
  refused: reasonOf(dimension),
  filterRefused: reasonOf(dimension),
  absent: ({ dimensions, absent, label }) =>
    dimensions[dimension] !== undefined
      ? null
      : (absent[dimension] ?? {
          en: `${label.en} has no costs.`,
          zh: `${label.zh}不含费用。`,
        }),
  answer: async ({ source, question: { axes, chosen } }) => {
    const inner = classesOf(source, dimension);
    const places = inner.values.length;
    const size = cellsIn(axes);
    if (size > MOST_CELLS)
      throw refusal({
        en: `${size} cells are asked. Ask for ${MOST_CELLS} at most: cross fewer dimensions.`,
        zh: `所求为${size}个单元格，最多${MOST_CELLS}个：请减少交叉维度。`,
      });
    const counts = await source.count({
      ...{ events: 'CASES', axes: [...axes, inner], chosen },
      ...{ sexes: false, ages: false, registered: false },
    });
    const known = COST_CLASSES.length;
    const countedIn = (cell: number, from: number, to: number): Counted =>
      together(setOf(counts, [cell * places + from, cell * places + to]), source.rule);
    const shown = protectedCells(
      source,
      axes,
      Array.from({ length: size }, (_, cell) => countedIn(cell, 0, known)),
    );
    const impossible = impossibleBy({ axes, chosen });
    const cells = shown.map(({ value: cases }, cell): Cell => {
      if (impossible(cell)) return noFigure('NOT_APPLICABLE');
      if (cases === null) return noFigure('SUPPRESSED');
      const bands = bandsOf((from, to) => countedIn(cell, from, to), source.rule, known);
      if (bands.length < LEAST_BANDS) return { ...noFigure('TOO_FEW'), numerator: cases };
      const classes = bands.map(({ from, to, persons }) => ({
        from: COST_CLASSES[from] as number,
        to: COST_CLASSES[to] ?? MOST_COST,
        count: persons,
        mean: meanOf((at) => countedIn(cell, at, at + 1).count, from, to),
      }));
      const { estimate, lower, upper } = estimateOf(classes);
      return {
        state: 'SHOWN',
        value: digits(estimate, DIGITS),
        lower: digits(lower, DIGITS),
        upper: digits(upper, DIGITS),
        numerator: cases,
        denominator: null,
      };
    });
    return { cells, counts: size * (known + 1), population: null, notes: [CLASSES_NOTE] };
  },
});

/** Mean cost of those in some classes, each at the middle of its own: a band ends where its number can be told, not where costs do. */
const meanOf = (exact: (at: number) => number, from: number, to: number): number => {
  let [sum, persons] = [0, 0];
  for (let at = from; at < to; at++) {
    const middle = ((COST_CLASSES[at] as number) + (COST_CLASSES[at + 1] ?? MOST_COST)) / 2;
    sum += exact(at) * middle;
    persons += exact(at);
  }
  return sum / persons;
};

const CLASSES_NOTE: Label = {
  en: 'Worked out from how many cases lie in each class of cost, each count protected as any other; within a class costs are taken to be spread evenly, the highest class to 2,000,000 yuan.',
  zh: '由各费用组的病例数推算，各计数与其他计数同样受保护；组内费用视为均匀分布，最高组以200万元为上限。',
};
