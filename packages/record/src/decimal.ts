/** Decimals as texts, reckoned exactly: a number of JavaScript holds 0.1 + 0.2 wrongly, and sums of money must not. */

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/;
/** Digits before and after the point beyond which no amount is meant. */
const MOST_DIGITS = 40;

interface Scaled {
  readonly units: bigint;
  /** Digits after the point. */
  readonly scale: number;
}

const scaledOf = (text: string): Scaled | null => {
  const [all, minus = '', whole = '', part = '', power = '0'] = DECIMAL.exec(text.trim()) ?? [];
  if (all === undefined || whole.length + part.length > MOST_DIGITS) return null;
  const [digits, scale] = [BigInt(`${minus}${whole}${part}`), part.length - Number(power)];
  return scale >= 0
    ? { units: digits, scale }
    : { units: digits * 10n ** BigInt(-scale), scale: 0 };
};

const textOf = ({ units, scale }: Scaled): string => {
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
};

const known = (text: string): Scaled => {
  const scaled = scaledOf(text);
  if (scaled === null) throw new RangeError(`no decimal: ${text}`);
  return scaled;
};

/** The decimal without an exponent, its zeros as they were written (`12.50`, `1e3` is `1000`); null where the text is none. */
export const decimalIn = (text: string): string | null => {
  const scaled = scaledOf(text);
  return scaled === null ? null : textOf(scaled);
};

/** @throws {RangeError} where either is no decimal */
export const product = (a: string, b: string): string => {
  const [x, y] = [known(a), known(b)];
  return textOf({ units: x.units * y.units, scale: x.scale + y.scale });
};

/** @throws {RangeError} where one is no decimal */
export const sum = (...all: readonly string[]): string => {
  const scaled = all.map(known);
  const scale = Math.max(0, ...scaled.map((one) => one.scale));
  const units = scaled.reduce(
    (total, one) => total + one.units * 10n ** BigInt(scale - one.scale),
    0n,
  );
  return textOf({ units, scale });
};

/** @throws {RangeError} where either is no decimal */
export const difference = (a: string, b: string): string =>
  sum(a, b.startsWith('-') ? b.slice(1) : `-${b}`);

export const isZero = (decimal: string): boolean => known(decimal).units === 0n;
