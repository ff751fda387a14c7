/** Amounts as people read them: a number, its comparator, its unit. */

import { printedUnit } from '@nodp/terminology/printed-unit';

/** A UCUM code as printed: `10*9/L` → `10⁹/L`; empty for a number without unit. */
export const formatUnit = printedUnit;

/** A number with grouping and no more than four significant decimals, alike in both languages. */
export function formatNumber(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: Math.abs(value) >= 1000 ? 15 : 4 });
}

/** A whole number, grouped by thousands. */
export const formatCount = (n: number): string => n.toLocaleString('en');

/**
 * A rounded number as a sentence speaks it: in Chinese by ten thousands (万) and hundred millions (亿), `12.35万`,
 * with two decimals at most; elsewhere, and below ten thousand, in full.
 */
export function spokenCount(n: number, locale: string): string {
  if (locale !== 'zh' || Math.abs(n) < 10_000) return formatCount(n);
  const [unit, name] = Math.abs(n) < 1e8 ? [1e4, '万'] : [1e8, '亿'];
  return `${(n / unit).toLocaleString('en', { maximumFractionDigits: 2 })}${name}`;
}

/** `< 5.2 ng/mL`; the number as the laboratory wrote it where that says more (`1.10`). */
export function formatQuantity(
  q:
    | { value: number; digits?: string | null; comparator?: string | null; unit?: string | null }
    | null
    | undefined,
): string {
  if (!q) return '—';
  const unit = formatUnit(q.unit);
  const number = `${q.comparator ? `${comparators[q.comparator] ?? q.comparator} ` : ''}${q.digits ?? formatNumber(q.value)}`;
  if (unit === '') return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

const comparators: Record<string, string> = { '<=': '≤', '>=': '≥' };

/** A rate, ratio or difference to three significant digits, as rates are disclosed: 1,230, 203, 20.3, 2.03, 0.0832, −1.50. */
export function formatRate(rate: number): string {
  const size = Math.abs(rate);
  if (rate === 0) return '0';
  const words =
    size >= 100
      ? formatCount(Math.round(size))
      : size.toFixed(Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size)))));
  return rate < 0 ? `−${words}` : words;
}

/** A size in bytes, in units of 1024: `512 B`, `1.5 KiB`, `12 MiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB'];
  let [value, at] = [bytes, 0];
  while (value >= 1024 && at < units.length - 1) [value, at] = [value / 1024, at + 1];
  return `${formatNumber(value >= 100 || at === 0 ? Math.round(value) : Math.round(value * 10) / 10)} ${units[at]}`;
}

/** A radiation dose recorded in centigray, in gray. */
export const formatGray = (centigray: number): string => `${formatNumber(centigray / 100)} Gy`;

/** A share in percent, one decimal below ten: 42%, 9.5%, 10% for 9.97%; what is not nothing never reads as 0. */
export const formatPercent = (share: number): string => {
  const percent = share * 100;
  if (percent > 0 && percent < 0.05) return '< 0.1%';
  return `${percent > 0 && percent < 9.95 ? percent.toFixed(1) : Math.round(percent)}%`;
};
