/** Amounts of money, exact: a decimal is never made a number. */

/** `12,345.60 CNY` with the digits that were sent; null where nothing was said. */
export function formatMoney(amount: string | null | undefined, currency: string): string | null {
  if (amount === null || amount === undefined) return null;
  const [, sign = '', whole = '', part = ''] = /^(-?)(\d+)(\.\d+)?$/.exec(amount) ?? [];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${sign === '-' ? '−' : ''}${grouped}${part} ${currency}`;
}
