import type { CrossDimension, Crossings, Division, SitePlace, ValuesOf } from '@nodp/warehouse';
import type { StatisticsDimension } from '../../generated/resolvers.ts';
import { periodOf, UNKNOWN } from '../values.ts';

/** Where the codes of a choice of sites put a site, each code by itself; not malignant ones only where the choice says so. */
const holdsSite = (
  code: string,
  anyBehaviour: boolean,
  { part, group, joint, malignant }: SitePlace,
) => {
  if (joint.includes(code)) return true;
  if (!malignant && !anyBehaviour) return false;
  return part === code || group === code;
};

type Plain = Exclude<StatisticsDimension, 'FOLLOW_UP' | 'SITE'>;

/** The column of a release that a dimension is read from, and the code that each of its values has. */
const READ: {
  readonly [D in Plain]: {
    readonly dimension: CrossDimension;
    readonly code: (value: never) => string;
  };
} = {
  SEX: { dimension: 'sex', code: (sex: ValuesOf['sex']) => sex ?? UNKNOWN },
  AGE: { dimension: 'age', code: (age: ValuesOf['age']) => (age === null ? UNKNOWN : String(age)) },
  YEAR: {
    dimension: 'year',
    code: (year: ValuesOf['year']) => (year === null ? UNKNOWN : String(year)),
  },
  PERIOD: {
    dimension: 'year',
    code: (year: ValuesOf['year']) => (year === null ? UNKNOWN : periodOf(year)),
  },
  PROVINCE: { dimension: 'province', code: (code: ValuesOf['province']) => code ?? UNKNOWN },
  REGISTRY: { dimension: 'registry', code: (code: ValuesOf['registry']) => code ?? 'NONE' },
  STAGE: { dimension: 'stage', code: (stage: ValuesOf['stage']) => stage ?? UNKNOWN },
  HISTOLOGY: { dimension: 'histology', code: (group: ValuesOf['histology']) => String(group) },
  BEHAVIOUR: {
    dimension: 'behaviour',
    code: (digit: ValuesOf['behaviour']) =>
      digit !== null && ['0', '1', '2', '3'].includes(digit) ? digit : UNKNOWN,
  },
  BASIS: { dimension: 'basis', code: (basis: ValuesOf['basis']) => basis },
  SCREENING: { dimension: 'detection', code: (mode: ValuesOf['detection']) => mode ?? UNKNOWN },
  DIRECT_COST: {
    dimension: 'direct_cost',
    code: (from: ValuesOf['direct_cost']) => (from === null ? UNKNOWN : String(from)),
  },
  OUT_OF_POCKET_COST: {
    dimension: 'out_of_pocket_cost',
    code: (from: ValuesOf['out_of_pocket_cost']) => (from === null ? UNKNOWN : String(from)),
  },
  REGISTRATION: {
    dimension: 'registration',
    code: (span: ValuesOf['registration']) => span ?? UNKNOWN,
  },
  TIER: { dimension: 'tier', code: (tier: ValuesOf['tier']) => tier ?? UNKNOWN },
  INSTITUTION: {
    dimension: 'institution',
    code: (code: ValuesOf['institution']) => code ?? UNKNOWN,
  },
};

/** Codes of a choice in layers, such that no neoplasm is of two codes of a layer. */
export interface Layer {
  readonly division: Division;
  /** Place in the axis of each place of the division. */
  readonly places: readonly number[];
}

const siteLayers = (
  sites: readonly SitePlace[],
  codes: readonly string[],
  anyBehaviour: boolean,
): Layer[] => {
  const layers: { taken: number[]; codes: number[] }[] = [];
  codes.forEach((code, at) => {
    const held = sites.map((site) => holdsSite(code, anyBehaviour, site));
    let layer = layers.find(({ taken }) => held.every((holds, i) => !holds || taken[i] === -1));
    if (layer === undefined) {
      layer = { taken: sites.map(() => -1), codes: [] };
      layers.push(layer);
    }
    const place = layer.codes.push(at) - 1;
    held.forEach((holds, i) => {
      if (holds) (layer as { taken: number[] }).taken[i] = place;
    });
  });
  return layers.map(({ taken, codes: places }) => ({
    division: { dimension: 'site', place: taken, size: places.length },
    places,
  }));
};

/** How a dimension divides the cases by codes; more than one layer where codes overlap. */
export const layersOf = (
  crossings: Crossings,
  dimension: StatisticsDimension,
  codes: readonly string[],
  anyBehaviour: boolean,
): readonly Layer[] => {
  if (dimension === 'SITE') return siteLayers(crossings.values('site'), codes, anyBehaviour);
  if (dimension === 'FOLLOW_UP') throw new RangeError(`A release has no ${dimension}.`);
  const { dimension: column, code } = READ[dimension];
  const places = new Map(codes.map((one, i) => [one, i]));
  const place = crossings.values(column).map((value) => places.get(code(value as never)) ?? -1);
  return [
    { division: { dimension: column, place, size: codes.length }, places: codes.map((_, i) => i) },
  ];
};

/** A choice from a dimension, as parts: the first of the codes that holds a case has it. */
export const partsOf = (
  crossings: Crossings,
  dimension: StatisticsDimension,
  codes: readonly string[],
  anyBehaviour: boolean,
): Division => {
  if (dimension !== 'SITE')
    return (layersOf(crossings, dimension, codes, anyBehaviour)[0] as Layer).division;
  const place = crossings
    .values('site')
    .map((site) => codes.findIndex((code) => holdsSite(code, anyBehaviour, site)));
  return { dimension: 'site', place, size: codes.length };
};

/** All malignant neoplasms: what is counted where neither sites nor behaviours are chosen. */
export const malignantOnly: Division = { dimension: 'malignant', place: [-1, 0], size: 1 };

/** Those whose area and year a registry holds whole. */
export const registeredOnly: Division = { dimension: 'registered', place: [-1, 0], size: 1 };

export const bySex: Division = { dimension: 'sex', place: [0, 1, 2], size: 3 };
export const byAge: Division = {
  dimension: 'age',
  place: Array.from({ length: 19 }, (_, i) => i),
  size: 19,
};
