import { type Coded, has } from '@nodp/cohorts/engine';
import { jointSitesOf } from '@nodp/terminology/joint-sites';
import { subSiteOf } from '@nodp/terminology/sites';
import type { CaseColumns } from '../columns/case-columns.ts';
import { marksOf } from './marks.ts';
import {
  AGE_UNKNOWN,
  CELLS,
  MARKS,
  newTally,
  TABLE_AGES,
  TABLE_SEXES,
  type Tally,
} from './tabulation.ts';

/** Values of a property in order of their places, not known first. */
export type Places<Value extends string | number> = readonly (Value | null)[];

/**
 * The malignant cases of a release, and those benign and uncertain that a joint site holds, counted by everything a table asks for, so that a table adds up counts
 * that stand side by side instead of passing over the nation; only survival passes over cases, and only over
 * those of a filter. Some 20 bytes a case at a million, fewer the more there are.
 */
export interface CaseCube {
  /** Site groups. */
  readonly groups: Places<string>;
  /** Parts of site groups (`colorectum.colon`), and for each group those of its cases that are of no part (`colorectum`). */
  readonly sites: Places<string>;
  /** Place in `groups` of each of the sites; -1 of neoplasms that are not malignant, which only some joint sites hold. */
  readonly groupOfSite: readonly number[];
  /** Joint sites that each of the sites is of. */
  readonly jointOfSite: readonly (readonly string[])[];
  readonly provinces: Places<string>;
  readonly years: Places<number>;
  readonly stages: Places<string>;
  /** `[site][province][year][sex][age]` */
  readonly cells: Tally;
  /** `[site][province][sex][year][stage]` */
  readonly byStage: Tally;
  /** `[site][province][year][sex][mark]` */
  readonly marks: Tally;
  /** Place in `seen` where the cases of `[site][province][year][sex]` begin; their end is the next one's. */
  readonly starts: Int32Array;
  /** `2 × day + died` of each case, the day being `longest + 1` where it is not known. */
  readonly seen: Int32Array;
  /** The last day on which a case was seen. */
  readonly longest: number;
}

const placesOf = <V extends string | number>({ values }: Coded<V>): Places<V> => [null, ...values];

/**
 * The sites that a release has cases of, numbered: parts of site groups by what joint sites they are of. Behaviour /3:
 * in situ, uncertain and benign neoplasms, and those whose behaviour nobody knows, are no cancer incidence; where a joint
 * site counts them they are sites of their own.
 * @returns the number of each row's too; -1 where it is not counted
 */
const partsOf = ({ site_group: group, topography, behaviour, rows }: CaseColumns) => {
  const [topographies, behaviours] = [placesOf(topography), placesOf(behaviour)];
  const groups = placesOf(group);
  const numbers = new Map<number, number>();
  const sites: (string | null)[] = [];
  const groupOfSite: number[] = [];
  const jointOfSite: (readonly string[])[] = [];
  const places = new Map<string, number>();
  const site = (g: number, topography: string | null, behaviour: string | null): number => {
    const id = groups[g] ?? null;
    const joint = id === null ? [] : jointSitesOf(id, topography, behaviour).map((of) => of.id);
    const malignant = behaviour === '3';
    if (!malignant && joint.length === 0) return -1;
    const part = (id && subSiteOf(id, topography)?.id) ?? id;
    const key = JSON.stringify([part, malignant, joint]);
    const known = places.get(key);
    if (known !== undefined) return known;
    groupOfSite.push(malignant ? g : -1);
    jointOfSite.push(joint);
    const place = sites.push(malignant ? part : null) - 1;
    places.set(key, place);
    return place;
  };
  const number = (g: number, t: number, b: number): number => {
    const key = (g * topographies.length + t) * behaviours.length + b;
    let known = numbers.get(key);
    if (known === undefined) {
      known = site(g, topographies[t] ?? null, behaviours[b] ?? null);
      numbers.set(key, known);
    }
    return known;
  };
  // Not known first, as in every property.
  site(0, null, '3');
  const codes = Int16Array.from({ length: rows }, (_, row) =>
    number(
      group.codes[row] as number,
      topography.codes[row] as number,
      behaviour.codes[row] as number,
    ),
  );
  return { groups, sites, groupOfSite, jointOfSite, codes };
};

const increase = (counts: Uint32Array | Int32Array, at: number): void => {
  counts[at] = (counts[at] as number) + 1;
};

/** Adds a case with the key of its person. */
const addCase = ({ counts, keys }: Tally, at: number, key: number): void => {
  counts[at] = (counts[at] as number) + 1;
  keys[at] = (keys[at] as number) + key;
};

const build = (columns: CaseColumns): CaseCube => {
  const { residence: province, stage, sex, numbers, flags } = columns;
  const { groups: siteGroups, sites, groupOfSite, jointOfSite, codes: site } = partsOf(columns);
  const year = numbers.diagnosis_year;
  const [provinces, years, stages] = [placesOf(province), placesOf(year), placesOf(stage)];
  const sexes = ['FEMALE', 'MALE'];
  const other = TABLE_SEXES - 1;
  const sexPlaces = placesOf(sex).map((value) => {
    const place = sexes.indexOf(value ?? '');
    return place < 0 ? other : place;
  });
  const agePlaces = placesOf(numbers.age_group).map((from) =>
    from === null ? AGE_UNKNOWN : from / 5,
  );
  const marked = marksOf(columns);
  const rows = Int32Array.from({ length: columns.rows }, (_, row) => row).filter(
    (row) => (site[row] as number) >= 0,
  );
  const longest = rows.reduce(
    (most, row) => Math.max(most, columns.survivalDays[row] as number),
    0,
  );

  const groups = sites.length * provinces.length * years.length * TABLE_SEXES;
  const cells = newTally((groups / TABLE_SEXES) * CELLS);
  const byStage = newTally(groups * stages.length);
  const marks = newTally(groups * MARKS.length);
  const starts = new Int32Array(groups + 1);
  const groupOf = new Int32Array(rows.length);
  rows.forEach((row, i) => {
    const pair = (site[row] as number) * provinces.length + (province.codes[row] as number);
    const y = year.codes[row] as number;
    const ofSex = sexPlaces[sex.codes[row] as number] as number;
    const age = agePlaces[numbers.age_group.codes[row] as number] as number;
    const inYear = pair * years.length + y;
    const key = columns.keys[row] as number;
    addCase(cells, inYear * CELLS + ofSex * TABLE_AGES + age, key);
    const staged = (pair * TABLE_SEXES + ofSex) * years.length + y;
    addCase(byStage, staged * stages.length + (stage.codes[row] as number), key);
    groupOf[i] = inYear * TABLE_SEXES + ofSex;
    const ofGroup = (groupOf[i] as number) * MARKS.length;
    for (const mark of marked(row)) addCase(marks, ofGroup + mark, key);
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
  return {
    groups: siteGroups,
    sites,
    groupOfSite,
    jointOfSite,
    provinces,
    years,
    stages,
    cells,
    byStage,
    marks,
    starts,
    seen,
    longest,
  };
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
