import { CirceError } from '../circe-error.ts';
import { type NumericRange, numericRange } from '../schema/values.ts';
import type { AttributeKind } from './kind.ts';
import { numberText } from './number-text.ts';
import { compared } from './sql-text.ts';

const SAYS: Readonly<Record<string, string>> = {
  lt: '&lt;',
  lte: '&lt;=',
  eq: '=',
  '!eq': '&lt;&gt;',
  gt: '&gt;',
  gte: '&gt;=',
  bt: 'between',
  '!bt': 'not Between',
};

const numericSays = ({ Value, Op = '', Extent }: NumericRange): string => {
  const number = (value: number | undefined) => (value === undefined ? '' : numberText(value));
  const extent = Op.endsWith('bt') ? ` and ${number(Extent)}` : '';
  return `${SAYS[Op] ?? Op} ${number(Value)}${extent}`;
};

/** @param literal how a bound is written: circe cuts whole numbers off, and rounds others to four decimals */
const kind = (literal: (value: number) => string): AttributeKind<NumericRange> => {
  const bound = (value: number | undefined, at: string): string => {
    if (value === undefined) throw new CirceError(at, 'has to be a number');
    return literal(value);
  };
  return {
    schema: numericRange,
    where: ({ Value, Op, Extent }, { of, at }) =>
      compared(
        of,
        Op,
        { value: bound(Value, `${at}.Value`), extent: () => bound(Extent, `${at}.Extent`) },
        at,
      ),
    says: numericSays,
    amiss: ({ Value, Op = '', Extent }) => {
      if (Value === undefined) return 'empty-start';
      if (!Op.endsWith('bt')) return null;
      if (Extent === undefined) return 'empty-end';
      return Math.trunc(Value) > Math.trunc(Extent) ? 'reversed' : null;
    },
  };
};

export const integer = kind((value) => String(Math.trunc(value)));
export const decimal = kind((value) => value.toFixed(4));
