/** Amounts as people read them: a number, its comparator, its unit. */

/** UCUM spellings that differ from what is printed on a laboratory report. */
const printed: [RegExp, string][] = [
  [/\{1\.73_m2\}/g, '1.73 m2'],
  // An annotation is the unit only where nothing else is: `{INR}`, but not `10*3{cells}/uL`.
  [/(?<=[^/.])\{[^}]*\}|\{(?:score|nominal|ratio|#)\}/g, ''],
  [/\{([^}]*)\}/g, '$1'],
  [/\[iU\]/gi, 'IU'],
  [/\[arb'U\]/g, 'U'],
  [/mm\[Hg\]/g, 'mmHg'],
  [/\[degF\]/g, '°F'],
  [/\bCel\b/g, '°C'],
  [/\[pH\]/g, ''],
  [/\[in_i\]/g, 'in'],
  [/\[lb_av\]/g, 'lb'],
  [/\bu(?=(?:L|mol|g|m|U|IU)\b)/g, 'µ'],
  [/10\*(-?\d+)/g, '10^$1'],
];

const superscripts: Record<string, string> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

/** A UCUM code as printed: `10*9/L` → `10⁹/L`, `ug/L` → `µg/L`; empty for a number without unit. */
export function formatUnit(ucum: string | null | undefined): string {
  if (!ucum || ucum === '1') return '';
  let unit = ucum;
  for (const [pattern, by] of printed) unit = unit.replace(pattern, by);
  unit = unit.replace(/\^(-?\d+)/g, (_, digits: string) =>
    [...digits].map((c) => superscripts[c] ?? c).join(''),
  );
  unit = unit.replace(/(?<=[a-zµ])2(?=$|[./])/g, '²');
  return unit.trim();
}

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
