import { has } from '../columns/bits.ts';
import type { CaseColumns, Coded } from '../columns/case-columns.ts';
import { AGE_UNKNOWN, CELLS, TABLE_AGES, TABLE_SEXES } from './tabulation.ts';

/** Values of a property in order of their places, not known first. */
export type Places<Value extends string | number> = readonly (Value | null)[];

/**
 * The malignant cases of a release, counted by everything a table asks for, so that a table adds up counts
 * that stand side by side instead of passing over the nation; only survival passes over cases, and only over
 * those of a filter. Some 10 bytes a case at a million, fewer the more there are.
 */
export interface CaseCube {
  readonly sites: Places<string>;
  readonly provinces: Places<string>;
  readonly years: Places<number>;
  readonly stages: Places<string>;
  /** `[site][province][year][sex][age]` */
  readonly cells: Uint32Array;
  /** `[site][province][sex][year][stage]` */
  readonly byStage: Uint32Array;
  /** Place in `seen` where the cases of `[site][province][year][sex]` begin; their end is the next one's. */
  readonly starts: Int32Array;
  /** `2 × day + died` of each case, the day being `longest + 1` where it is not known. */
  readonly seen: Int32Array;
  /** The last day on which a case was seen. */
  readonly longest: number;
}

/** Behaviour /3, or none reported: in situ and benign tumours are no cancer incidence. */
const malignant = ({ behaviour, stage }: CaseColumns) => {
  const invasive = [null, ...behaviour.values.map((value) => value === '3')];
  const inSitu = stage.values.indexOf('STAGE_0') + 1;
  return (row: number): boolean =>
    invasive[behaviour.codes[row] as number] ?? (inSitu === 0 || stage.codes[row] !== inSitu);
};

const placesOf = <V extends string | number>({ values }: Coded<V>): Places<V> => [null, ...values];

const increase = (counts: Uint32Array | Int32Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

const build = (columns: CaseColumns): CaseCube => {
  const { site_group: site, residence: province, stage, sex, numbers, flags } = columns;
  const year = numbers.diagnosis_year;
  const [sites, provinces, years, stages] = [
    placesOf(site),
    placesOf(province),
    placesOf(year),
    placesOf(stage),
  ];
  const sexes = ['FEMALE', 'MALE'];
  const other = TABLE_SEXES - 1;
  const sexPlaces = placesOf(sex).map((value) => {
    const place = sexes.indexOf(value ?? '');
    return place < 0 ? other : place;
  });
  const agePlaces = placesOf(numbers.age_group).map((from) =>
    from === null ? AGE_UNKNOWN : from / 5,
  );
  const isCase = malignant(columns);
  const rows = Int32Array.from({ length: columns.rows }, (_, row) => row).filter(isCase);
  const longest = rows.reduce(
    (most, row) => Math.max(most, columns.survivalDays[row] as number),
    0,
  );

  const groups = sites.length * provinces.length * years.length * TABLE_SEXES;
  const cells = new Uint32Array((groups / TABLE_SEXES) * CELLS);
  const byStage = new Uint32Array(groups * stages.length);
  const starts = new Int32Array(groups + 1);
  const groupOf = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    const pair = (site.codes[row] as number) * provinces.length + (province.codes[row] as number);
    const y = year.codes[row] as number;
    const ofSex = sexPlaces[sex.codes[row] as number] as number;
    const age = agePlaces[numbers.age_group.codes[row] as number] as number;
    const inYear = pair * years.length + y;
    increase(cells, inYear * CELLS + ofSex * TABLE_AGES + age);
    const staged = (pair * TABLE_SEXES + ofSex) * years.length + y;
    increase(byStage, staged * stages.length + (stage.codes[row] as number));
    groupOf[i] = inYear * TABLE_SEXES + ofSex;
    increase(starts, (groupOf[i] as number) + 1);
  });
  for (let group = 0; group < groups; group++)
    starts[group + 1] = (starts[group + 1] as number) + (starts[group] as number);
  const next = starts.slice();
  const seen = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    const group = groupOf[i] as number;
    const days = columns.survivalDays[row] as number;
    const day = days < 0 ? longest + 1 : days;
    seen[next[group] as number] = 2 * day + (has(flags.died, row) ? 1 : 0);
    increase(next, group);
  });
  return { sites, provinces, years, stages, cells, byStage, starts, seen, longest };
};

const built = new WeakMap<CaseColumns, CaseCube>();

/** Built once a release. */
export const caseCube = (columns: CaseColumns): CaseCube => {
  let found = built.get(columns);
  if (found === undefined) {
    found = build(columns);
    built.set(columns, found);
  }
  return found;
};
