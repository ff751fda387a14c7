/** Amounts are exact to the thousandth of their unit, as the database stores them. */

const LARGEST = 10_000_000;

/** In thousandths; null where the number is none, is not above zero, or says more than thousandths. */
export const thousandths = (amount: number): number | null => {
  const whole = Math.round(amount * 1000);
  return Number.isFinite(amount) &&
    amount > 0 &&
    amount <= LARGEST &&
    Math.abs(whole - amount * 1000) < 1e-6 * Math.max(1, amount)
    ? whole
    : null;
};

/** As `numeric` reads it: 12.5 of 12500 thousandths. */
export const written = (whole: number): string =>
  `${Math.floor(whole / 1000)}.${String(whole % 1000).padStart(3, '0')}`;

/** What is taken of an amount for equal aliquots, with what remains; null where there is not as much. */
export const divided = (
  amount: number,
  each: number,
  count: number,
): { readonly taken: number; readonly left: number } | null => {
  const [all, one] = [thousandths(amount), thousandths(each)];
  if (all === null || one === null || !Number.isInteger(count) || count < 1) return null;
  const taken = one * count;
  return taken > all ? null : { taken: taken / 1000, left: (all - taken) / 1000 };
};
