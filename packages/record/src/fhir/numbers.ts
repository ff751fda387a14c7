import type { Quantity } from '@medplum/fhirtypes';
import { amountWritten } from './sent-digits.ts';

const SIGNS: Readonly<Record<string, Quantity['comparator']>> = {
  '<': '<',
  '＜': '<',
  '<=': '<=',
  '≤': '<=',
  '>': '>',
  '＞': '>',
  '>=': '>=',
  '≥': '>=',
};
const NUMBER =
  /^([<>≤≥＜＞]=?)?\s*([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(\.\d+)?(?:[eE]([+-]?\d{1,3}))?$/;

interface Written {
  readonly comparator: Quantity['comparator'];
  /** As JSON writes the number. */
  readonly digits: string;
}

const writtenIn = (text: string): Written | null => {
  const [all, sign, minus = '', whole, part, power] = NUMBER.exec(text.trim()) ?? [];
  if (all === undefined || (whole === undefined && part === undefined)) return null;
  const comparator = sign === undefined ? undefined : SIGNS[sign];
  if (sign !== undefined && comparator === undefined) return null;
  const plain = (whole ?? '0').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const digits = `${minus === '-' ? '-' : ''}${plain}${part ?? ''}${power === undefined ? '' : `e${power}`}`;
  return Number.isFinite(Number(digits)) ? { comparator, digits } : null;
};

/** Whether a text is a number as `amountIn` reads it. */
export const isAmount = (text: string): boolean => writtenIn(text) !== null;

/**
 * A number as laboratories write it (`13.40`, `<0.01`, `1,200`), with its digits; null where the text is anything else, a range
 * (`60~120`) included.
 */
export const amountIn = (text: string): Quantity | null => {
  const written = writtenIn(text);
  if (written === null) return null;
  const amount: Quantity = amountWritten(written.digits);
  if (written.comparator !== undefined) amount.comparator = written.comparator;
  return amount;
};

/** Reads `3.5-5.5`, `<5.0`, `≥10`, `0~35`: the limits of a reference range; the words where it is none. */
export const rangeIn = (
  text: string,
): { readonly low?: Quantity; readonly high?: Quantity; readonly text: string } => {
  const plain = text.normalize('NFKC').trim();
  const between = /^([+-]?[\d.,]+)\s*(?:-{1,2}|~|–|—|至|to)\s*([+-]?[\d.,]+)$/i.exec(plain);
  if (between !== null) {
    const [low, high] = [amountIn(between[1] ?? ''), amountIn(between[2] ?? '')];
    if (low !== null && high !== null) return { low, high, text };
  }
  const limit = amountIn(plain);
  if (limit?.comparator === undefined) return { text };
  const { comparator, ...rest } = limit;
  return comparator.startsWith('<') ? { high: rest, text } : { low: rest, text };
};
