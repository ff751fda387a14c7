import type { Coded } from '@nodp/cohorts/engine';
import { histologyGroup } from '@nodp/oncology';
import { jointSitesOf } from '@nodp/terminology/joint-sites';
import { subSiteOf } from '@nodp/terminology/sites';
import type { CaseColumns } from '../columns/case-columns.ts';
import { COST_CLASSES } from '../columns/cost-classes.ts';
import { basisOf } from '../tabulation/marks.ts';

/** What cases of a release can be divided by. `registered` and `registry` are known once areas and years of registration are. */
export const CROSS_DIMENSIONS = [
  'site',
  'malignant',
  'sex',
  'age',
  'province',
  'registered',
  'registry',
  'year',
  'stage',
  'basis',
  'behaviour',
  'histology',
  'tier',
  'institution',
  'detection',
  'registration',
  'direct_cost',
  'out_of_pocket_cost',
] as const;
export type CrossDimension = (typeof CROSS_DIMENSIONS)[number];

/** A neoplasm's site with all that decides whether a choice of sites holds it. */
export interface SitePlace {
  /** The part of a site group (`colorectum.colon`), or the group where it is of no part; null where not known. */
  readonly part: string | null;
  readonly group: string | null;
  /** Joint sites that hold it, of its own behaviour. */
  readonly joint: readonly string[];
  /** Behaviour /3. */
  readonly malignant: boolean;
}

/** The values of a dimension in order of their places, and the place of each case. */
export interface Placed<Value> {
  readonly values: readonly Value[];
  readonly codes: Uint8Array | Uint16Array;
}

/** What each dimension's values are; not known is null and stands first. */
export interface ValuesOf {
  readonly site: SitePlace;
  readonly malignant: boolean;
  /** FEMALE, MALE; any other or not known is null, in the last place as in every table by sex. */
  readonly sex: string | null;
  /** Lower bound of the five-year group; not known is null, in the last place as in every table by age. */
  readonly age: number | null;
  readonly province: string | null;
  /** Whether a registry holds the case's area and year whole. */
  readonly registered: boolean;
  /** The registry that holds the case's area and year whole; null where none does. */
  readonly registry: string | null;
  readonly year: number | null;
  readonly stage: string | null;
  readonly basis: string;
  readonly behaviour: string | null;
  /** Groups 1 to 17 of the IARC's rules for multiple primaries. */
  readonly histology: number;
  readonly tier: string | null;
  /** Code of the institution that reported first. */
  readonly institution: string | null;
  /** How the cancer came to be found. */
  readonly detection: string | null;
  /** How long after the diagnosis the case was first reported. */
  readonly registration: string | null;
  /** Lower bound of the class of cost, yuan. */
  readonly direct_cost: number | null;
  readonly out_of_pocket_cost: number | null;
}

const placesOf = <V extends string | number>({ values }: Coded<V>): readonly (V | null)[] => [
  null,
  ...values,
];

const asIs = <V extends string | number>(column: Coded<V>): Placed<V | null> => ({
  values: placesOf(column),
  codes: column.codes,
});

/** Values numbered anew: several of a column may share a place. */
const renamed = <V extends string | number, W>(
  column: Coded<V>,
  values: readonly W[],
  placeOf: (value: V | null) => number,
): Placed<W> => {
  const places = placesOf(column).map(placeOf);
  return { values, codes: Uint8Array.from(column.codes, (code) => places[code] as number) };
};

const SEXES = ['FEMALE', 'MALE', null] as const;
const AGES: readonly (number | null)[] = [...Array.from({ length: 18 }, (_, i) => 5 * i), null];
const HISTOLOGIES = Array.from({ length: 17 }, (_, i) => i + 1);
const BASES = ['MICROSCOPIC', 'DEATH_CERTIFICATE', 'OTHER', 'UNKNOWN'] as const;

const sitesOf = ({
  site_group: group,
  topography,
  behaviour,
  rows,
}: CaseColumns): Placed<SitePlace> => {
  const [groups, topographies, behaviours] = [group, topography, behaviour].map(placesOf) as [
    readonly (string | null)[],
    readonly (string | null)[],
    readonly (string | null)[],
  ];
  const values: SitePlace[] = [];
  const known = new Map<string, number>();
  const placeOf = (g: number, t: number, b: number): number => {
    const id = groups[g] ?? null;
    const [code, digit] = [topographies[t] ?? null, behaviours[b] ?? null];
    const joint = id === null ? [] : jointSitesOf(id, code, digit).map((site) => site.id);
    const part = (id === null ? null : subSiteOf(id, code)?.id) ?? id;
    const malignant = digit === '3';
    const key = JSON.stringify([part, malignant, joint]);
    const place = known.get(key) ?? values.push({ part, group: id, joint, malignant }) - 1;
    known.set(key, place);
    return place;
  };
  const numbered = new Map<number, number>();
  const codes = Uint16Array.from({ length: rows }, (_, row) => {
    const [g, t, b] = [group.codes[row], topography.codes[row], behaviour.codes[row]] as [
      number,
      number,
      number,
    ];
    const number = (g * topographies.length + t) * behaviours.length + b;
    const place = numbered.get(number) ?? placeOf(g, t, b);
    numbered.set(number, place);
    return place;
  });
  return { values, codes };
};

/** Dimensions that the cases of a release tell by themselves. */
type OfCases = Exclude<CrossDimension, 'registered' | 'registry'>;

const COST_PLACES: readonly (number | null)[] = [null, ...COST_CLASSES];

const byCost = (column: Coded<number>): Placed<number | null> =>
  renamed(column, COST_PLACES, (cost) =>
    cost === null ? 0 : 1 + COST_CLASSES.findLastIndex((from) => from <= cost),
  );

type Made = {
  readonly [D in OfCases]: (columns: CaseColumns) => Placed<ValuesOf[D]>;
};

const MADE: Made = {
  site: sitesOf,
  malignant: ({ behaviour }) =>
    renamed(behaviour, [false, true], (digit) => (digit === '3' ? 1 : 0)),
  sex: ({ sex }) =>
    renamed(sex, SEXES, (value) => {
      const place = SEXES.indexOf(value as 'FEMALE');
      return place < 0 ? 2 : place;
    }),
  age: ({ numbers }) => renamed(numbers.age_group, AGES, (from) => AGES.indexOf(from)),
  province: ({ residence }) => asIs(residence),
  year: ({ numbers }) => asIs(numbers.diagnosis_year),
  stage: ({ stage }) => asIs(stage),
  basis: ({ basis_of_diagnosis: basis }) =>
    renamed(basis, BASES, (code) => BASES.indexOf(basisOf(code))),
  behaviour: ({ behaviour }) => asIs(behaviour),
  histology: ({ histology }) => renamed(histology, HISTOLOGIES, (code) => histologyGroup(code) - 1),
  tier: ({ institution_tier: tier }) => asIs(tier),
  institution: ({ institution }) => asIs(institution),
  detection: ({ detection }) => asIs(detection),
  registration: ({ registration }) => asIs(registration),
  direct_cost: ({ numbers }) => byCost(numbers.direct_cost),
  out_of_pocket_cost: ({ numbers }) => byCost(numbers.out_of_pocket_cost),
};

const placed = new WeakMap<CaseColumns, Map<string, Placed<unknown>>>();

/** Made once a release. */
export const placesBy = <D extends OfCases>(
  columns: CaseColumns,
  dimension: D,
): Placed<ValuesOf[D]> => {
  const known = placed.get(columns) ?? new Map<string, Placed<unknown>>();
  placed.set(columns, known);
  const found = known.get(dimension) ?? MADE[dimension](columns);
  known.set(dimension, found);
  return found as Placed<ValuesOf[D]>;
};

/** The registry that holds a year of an area whole; null where none does. */
export type RegistryOf = (year: number | null, province: string | null) => string | null;

/** The registry of each case by its residence and year. */
export const registriesBy = (
  columns: CaseColumns,
  registryOf: RegistryOf,
): Placed<string | null> => {
  const [years, provinces] = [placesBy(columns, 'year'), placesBy(columns, 'province')];
  const values: (string | null)[] = [null];
  const places = provinces.values.map((province) =>
    years.values.map((year) => {
      const registry = registryOf(year, province);
      const known = values.indexOf(registry);
      return known >= 0 ? known : values.push(registry) - 1;
    }),
  );
  const codes = Uint16Array.from(
    provinces.codes,
    (province, row) => places[province]?.[years.codes[row] as number] as number,
  );
  return { values, codes };
};

/** Whether each case is of a registry. */
export const registeredBy = ({ values, codes }: Placed<string | null>): Placed<boolean> => ({
  values: [false, true],
  codes: Uint8Array.from(codes, (code) => (values[code] === null ? 0 : 1)),
});
