/** What JSON.parse tells a reviver of a primitive value (ECMAScript 2025, JSON.parse source text access). */
interface Context {
  readonly source?: string;
}
type Reviver = (this: unknown, key: string, value: unknown, context: Context) => unknown;

/** The digits of amounts (objects with a `value`) that were written otherwise than the number reads. */
const written = new WeakMap<object, string>();

/** More digits than any laboratory writes are not retained. */
const LONGEST = 40;
/** A text without any such number is parsed the quick way: none that ends in a zero, has an exponent, or more digits than a number holds. */
const LOSES_DIGITS = /"value"\s*:\s*-?(?:\d+\.\d*0(?!\d)|\d+(?:\.\d+)?[eE]|[\d.]{17})/;

const keepDigits = (amount: object, source: string): void => {
  if (source.length <= LONGEST) written.set(amount, source);
};

const remember: Reviver = function (key, value, { source }) {
  if (
    key === 'value' &&
    typeof value === 'number' &&
    typeof this === 'object' &&
    this !== null &&
    source !== undefined &&
    source !== String(value)
  )
    keepDigits(this, source);
  return value;
};

/**
 * JSON.parse that remembers how amounts were written: FHIR R4 says that the precision of a decimal is part of its
 * value (1.10 is not 1.1), which a number of JavaScript cannot hold.
 * @throws SyntaxError where the text is no JSON
 */
export const parseKeepingDigits = (text: string): unknown =>
  LOSES_DIGITS.test(text) ? JSON.parse(text, remember as never) : JSON.parse(text);

/** An amount of a number as it is written in JSON, with its digits. */
export const amountWritten = (digits: string): { value: number } => {
  const amount = { value: Number(digits) };
  if (LOSES_DIGITS.test(`"value":${digits}`) && digits !== String(amount.value))
    keepDigits(amount, digits);
  return amount;
};

/** How an amount's number was written, where the number does not say it; null where it does. */
export const digitsOf = (amount: object): string | null => written.get(amount) ?? null;
