import type { Observation, Quantity } from '@medplum/fhirtypes';
import { amountIn, flaggedIn, UCUM } from '@nodp/record/fhir';
import { dateOf } from '../dates.ts';
import { partAt, type Segment, type Value, valueAt, valuesOf } from '../message.ts';
import { conceptOf } from '../types.ts';

/** The `value[x]` of an Observation; nothing where none was sent. */
export type Valued = Partial<Observation>;

interface Unit {
  readonly unit?: string;
  readonly code?: string;
  readonly system?: string;
}

const unitIn = (unit: string | undefined, system: string | undefined): Unit =>
  unit === undefined ? {} : { unit, ...(system === 'UCUM' ? { code: unit, system: UCUM } : {}) };

const unitOf = (obx: Segment): Unit => {
  const field = valueAt(obx, 6);
  return unitIn(field.part(1) ?? field.part(2), field.part(3));
};

const quantity = (amount: Quantity, unit: Unit): Quantity => Object.assign(amount, unit);

const rangeOf = (low: string | undefined, high: string | undefined, unit: Unit): Valued | null => {
  const [from, to] = [amountIn(low ?? ''), amountIn(high ?? '')];
  return from === null || to === null
    ? null
    : { valueRange: { low: quantity(from, unit), high: quantity(to, unit) } };
};

/** A structured number (SN): `>^100`, `^1^:^128`, `^60^-^120`, `^2^+`. */
const structured = (value: Value, unit: Unit): Valued => {
  const [sign, first, parted, second] = [1, 2, 3, 4].map((part) => value.part(part));
  const words = [sign, first, parted, second].filter(Boolean).join('');
  const low = first === undefined ? null : amountIn(`${sign ?? ''}${first}`);
  if (low === null) return words === '' ? {} : { valueString: words };
  if (parted === undefined) return { valueQuantity: quantity(low, unit) };
  const high = second === undefined ? null : amountIn(second);
  if (parted === '-' && high !== null && sign === undefined)
    return { valueRange: { low: quantity(low, unit), high: quantity(high, unit) } };
  if ((parted === ':' || parted === '/') && high !== null)
    return { valueRatio: { numerator: low, denominator: high } };
  return { valueString: words };
};

const CODED: ReadonlySet<string> = new Set(['CE', 'CWE', 'CNE', 'CF', 'IS', 'ID']);
const DATED: ReadonlySet<string> = new Set(['DT', 'TS', 'DTM']);

const FLAGS = 'http://terminology.hl7.org/CodeSystem/v3-ObservationInterpretation';

/**
 * Text that is a number is one, since laboratories send numbers as text: with its unit, or with the sign of a limit (`<0.01`). A
 * flag printed behind it (`5.10 H`) is its interpretation.
 */
const textual = (type: string, values: readonly Value[], unit: Unit): Valued => {
  const text = values
    .map((value) => value.text)
    .filter(Boolean)
    .join('\n');
  const plain = values.length === 1 ? amountIn(text) : null;
  const isAmount = type === 'NM' || 'unit' in unit;
  const flagged = values.length === 1 && plain === null && isAmount ? flaggedIn(text) : null;
  const amount = flagged === null ? plain : amountIn(flagged.text);
  if (amount !== null && (isAmount || amount.comparator !== undefined))
    return {
      valueQuantity: quantity(amount, unit),
      ...(flagged === null
        ? {}
        : { interpretation: [{ coding: [{ system: FLAGS, code: flagged.flag }] }] }),
    };
  // A value that is repeated where a range is meant: `60~120`.
  const range =
    type === 'NM' && values.length === 2 ? rangeOf(values[0]?.raw, values[1]?.raw, unit) : null;
  return range ?? (text === '' ? {} : { valueString: text });
};

/**
 * The values of OBX-5 by their type (OBX-2): one of most types, of coded ones each that was sent. None of documents and pointers
 * (ED, RP), which are no values.
 * @param offset of times that name none
 */
export const valuesIn = (obx: Segment, offset: string): readonly Valued[] => {
  const type = partAt(obx, 2)?.toUpperCase() ?? 'ST';
  const values = valuesOf(obx, 5);
  const [value] = values;
  if (value === undefined) return [{}];
  const unit = unitOf(obx);
  if (CODED.has(type)) {
    const concepts = values.map(conceptOf).filter((concept) => concept !== undefined);
    return concepts.length === 0
      ? [{}]
      : concepts.map((concept) => ({ valueCodeableConcept: concept }));
  }
  if (DATED.has(type)) {
    const at = dateOf(value.part(1), offset);
    return [at === undefined ? {} : { valueDateTime: at }];
  }
  if (type === 'SN') return [structured(value, unit)];
  if (type === 'NR')
    return [rangeOf(value.part(1), value.part(2), unit) ?? textual('ST', values, {})];
  if (type === 'CQ') {
    const amount = amountIn(value.part(1) ?? '');
    const own = unitIn(value.part(2) ?? value.part(2, 2), value.part(2, 3));
    if (amount !== null) return [{ valueQuantity: quantity(amount, 'unit' in own ? own : unit) }];
  }
  return [textual(type, values, unit)];
};

/** Whether a result is a document or a pointer to one, and no value. */
export const isDocument = (obx: Segment): boolean => /^(ED|RP)$/i.test(partAt(obx, 2) ?? '');

/** The words of a document that is sent within its message (ED), where it is plain text; null of any other. */
export const wordsOfDocument = (value: Value): string | null => {
  const [type, subtype] = [value.part(2)?.toUpperCase(), value.part(3)?.toUpperCase()];
  if (type !== 'TEXT' && type !== 'TX' && type !== 'FT' && subtype !== 'PLAIN') return null;
  const data = value.part(5);
  if (data === undefined) return null;
  const encoding = value.part(4)?.toUpperCase();
  if (encoding === undefined || encoding === 'A') return data;
  if (encoding !== 'BASE64') return null;
  try {
    const bytes = Buffer.from(data, 'base64');
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim() || null;
  } catch {
    return null;
  }
};
