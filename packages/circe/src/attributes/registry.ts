import { codeset, concepts, flag, selection } from './concepts.ts';
import { date } from './date.ts';
import type { AttributeKind } from './kind.ts';
import { decimal, integer } from './numeric.ts';
import { period } from './period.ts';
import { text } from './text.ts';

const kinds = { date, integer, decimal, text, concepts, selection, codeset, flag, period };

export type Kind = keyof typeof kinds;

/** A kind, to be given values of that kind alone. */
export const kindOf = (kind: Kind): AttributeKind<unknown> =>
  kinds[kind] as unknown as AttributeKind<unknown>;
