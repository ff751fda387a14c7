import { nationalDay, type SerumMarker } from '@nodp/oncology';
import { analyte, analyteOfLoinc } from '@nodp/terminology/loinc';

/** LOINC: tumour size, its longest dimension; regional nodes with metastasis, and of them the sentinel nodes. */
const SIZES: ReadonlySet<string> = new Set(['21889-1', '33728-7']);
const [REGIONAL_NODES, SENTINEL_NODES] = ['21893-3', '92832-5'] as const;
const NODES: ReadonlySet<string> = new Set([REGIONAL_NODES, SENTINEL_NODES]);
const MM_OF: Readonly<Record<string, number>> = { mm: 1, cm: 10 };

/** A laboratory result or another measure as it is stored. */
export interface Measured {
  readonly code: string;
  readonly at: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly normalValue: number | null;
  /** The laboratory's own upper limit, in the unit of `normalValue` where there is one. */
  readonly referenceHigh: number | null;
  readonly comparator: string | null;
  readonly notFinal: string | null;
}

const isPsa = (code: string): boolean => analyteOfLoinc(code)?.id === 'psa';

const SERUM: readonly SerumMarker['marker'][] = ['afp', 'hcg', 'lactate-dehydrogenase'];
const serumOf = (code: string): SerumMarker['marker'] | undefined =>
  SERUM.find((marker) => analyteOfLoinc(code)?.id === marker);

/** Whether the check of stages reads what the code measures. */
export const isStageMeasure = (code: string): boolean =>
  SIZES.has(code) || NODES.has(code) || isPsa(code) || serumOf(code) !== undefined;

/** LOINC codes of what the check of stages reads. */
export const STAGE_MEASURES: readonly string[] = [
  ...SIZES,
  ...NODES,
  ...['psa', ...SERUM].flatMap((id) => analyte(id)?.loinc ?? []),
];

/** Final results that are numbers. */
const measured = (rows: readonly Measured[], codes: (code: string) => boolean): Measured[] =>
  rows.filter(
    ({ code, value, comparator, notFinal }) =>
      codes(code) && value !== null && comparator === null && notFinal === null,
  );

/** Greatest dimensions measured, in millimetres. */
export const sizesOf = (rows: readonly Measured[]) =>
  measured(rows, (code) => SIZES.has(code)).flatMap(({ at, value, unit }) => {
    const factor = MM_OF[unit ?? ''];
    return value === null || factor === undefined
      ? []
      : [{ mm: value * factor, day: nationalDay(new Date(at)) }];
  });

const counted = (rows: readonly Measured[], counts: string) =>
  measured(rows, (code) => code === counts).flatMap(({ at, value }) =>
    value === null || !Number.isInteger(value)
      ? []
      : [{ count: value, day: nationalDay(new Date(at)) }],
  );

/** Numbers of regional nodes with metastasis; those of the sentinel nodes alone where no others are counted. */
export const nodesOf = (rows: readonly Measured[]) => {
  const regional = counted(rows, REGIONAL_NODES);
  return regional.length > 0 ? regional : counted(rows, SENTINEL_NODES);
};

/** PSA in ng/mL. */
export const psaOf = (rows: readonly Measured[]) =>
  measured(rows, isPsa).flatMap(({ at, normalValue }) =>
    normalValue === null ? [] : [{ value: normalValue, day: nationalDay(new Date(at)) }],
  );

/** AFP, hCG and LDH in their usual units; below what could be measured too, for that is often their normal. */
export const serumMarkersOf = (rows: readonly Measured[]): SerumMarker[] =>
  rows.flatMap(({ code, at, normalValue, referenceHigh, comparator, notFinal }) => {
    const marker = serumOf(code);
    const below = comparator === '<' || comparator === '<=';
    if (marker === undefined || normalValue === null || notFinal !== null) return [];
    if (comparator !== null && !below) return [];
    return [
      { marker, value: normalValue, below, upper: referenceHigh, day: nationalDay(new Date(at)) },
    ];
  });
