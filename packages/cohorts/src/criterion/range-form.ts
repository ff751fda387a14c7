import * as v from 'valibot';
import type { CriterionForm } from './module.ts';

/** Whole numbers within inclusive bounds, one of which may be left open. */
export interface Bounds {
  from?: number;
  to?: number;
}

const bound = v.nullish(v.pipe(v.number(), v.integer()));

/** A bound that was sent as null is one that was left out. */
const givenBounds = ({
  from,
  to,
}: {
  from?: number | null | undefined;
  to?: number | null | undefined;
}): Bounds => ({
  ...(from === undefined || from === null ? {} : { from }),
  ...(to === undefined || to === null ? {} : { to }),
});

/** `50-69`, `50-`, `-69`, `50`; null where it is none. */
export const readBounds = (text: string): Bounds | null => {
  const m = /^(\d{1,4})?(-)?(\d{1,4})?$/.exec(text);
  if (m === null) return null;
  const number = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
  const [from, to] = [number(m[1]), number(m[3])];
  return givenBounds(m[2] === undefined ? { from, to: from } : { from, to });
};

export const writeBounds = ({ from, to }: Bounds): string => {
  if (from === undefined && to === undefined) return '';
  return from === to ? String(from) : `${from ?? ''}-${to ?? ''}`;
};

export const boundsSchema = v.pipe(v.object({ from: bound, to: bound }), v.transform(givenBounds));

export const rangeForm = ({
  name,
  detail,
}: Pick<CriterionForm<Bounds>, 'name' | 'detail'>): CriterionForm<Bounds> => ({
  name,
  detail,
  schema: boundsSchema,
  blank: {},
  asks: ({ from, to }) => from !== undefined || to !== undefined,
  canonical: givenBounds,
  write: writeBounds,
  read: readBounds,
});
