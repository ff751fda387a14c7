const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** A number as circe prints one: grouped by thousands, three decimals at most. */
export const numberText = (value: number): string => grouped.format(value);
