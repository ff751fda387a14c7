import { nationalDay } from '@nodp/oncology';

/** LOINC: tumour size, its longest dimension; nodes with metastasis. */
const SIZES: ReadonlySet<string> = new Set(['21889-1', '33728-7']);
const NODES: ReadonlySet<string> = new Set(['92832-5']);
const MM_OF: Readonly<Record<string, number>> = { mm: 1, cm: 10 };

/** A laboratory result or another measure as it is stored. */
export interface Measured {
  readonly code: string;
  readonly at: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly normalValue: number | null;
  readonly comparator: string | null;
  readonly notFinal: string | null;
}

/** Final results that are numbers. */
export const measured = (rows: readonly Measured[], codes: (code: string) => boolean): Measured[] =>
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

/** Numbers of nodes with metastasis. */
export const nodesOf = (rows: readonly Measured[]) =>
  measured(rows, (code) => NODES.has(code)).flatMap(({ at, value }) =>
    value === null || !Number.isInteger(value)
      ? []
      : [{ count: value, day: nationalDay(new Date(at)) }],
  );
