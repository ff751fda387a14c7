import * as v from 'valibot';
import type { Bounds } from './range-form.ts';

const bound = v.nullish(v.pipe(v.number(), v.finite()));

/** A bound that was sent as null is one that was left out. */
const given = ({
  from,
  to,
}: {
  from?: number | null | undefined;
  to?: number | null | undefined;
}): Bounds => ({
  ...(from === undefined || from === null ? {} : { from }),
  ...(to === undefined || to === null ? {} : { to }),
});

/** Bounds of numbers that need not be whole. */
export const decimalBoundsSchema = v.pipe(v.object({ from: bound, to: bound }), v.transform(given));

/** `-30..90`, `0.5..`; empty where both are open. */
export const writeDecimals = ({ from, to }: Bounds): string =>
  from === undefined && to === undefined ? '' : `${from ?? ''}..${to ?? ''}`;

const NUMBER = '(-?\\d{1,9}(?:\\.\\d{1,9})?)?';
const RANGE = new RegExp(`^${NUMBER}\\.\\.${NUMBER}$`);

/** Null where it is none. */
export const readDecimals = (text: string): Bounds | null => {
  const m = RANGE.exec(text);
  if (m === null) return null;
  const number = (digits: string | undefined) =>
    digits === undefined ? null : Number(digits) || 0;
  return given({ from: number(m[1]), to: number(m[2]) });
};
