import type { Label } from '@nodp/terminology';
import * as v from 'valibot';
import { members, parts } from '../../criterion/codes-form.ts';
import { decimalBoundsSchema, readDecimals, writeDecimals } from '../../criterion/decimal-form.ts';
import type { CriterionForm } from '../../criterion/module.ts';
import { type Bounds, boundsSchema } from '../../criterion/range-form.ts';
import { escaped, unescaped } from '../../criterion/sent-name.ts';
import { STATISTICS, type Statistic } from '../../criterion/series.ts';

export const STATISTIC_LABELS: Readonly<Record<Statistic, Label>> = {
  FIRST: { en: 'first', zh: '首次' },
  LAST: { en: 'last', zh: '末次' },
  LOWEST: { en: 'lowest', zh: '最低' },
  HIGHEST: { en: 'highest', zh: '最高' },
  CHANGE: { en: 'change from first to last', zh: '首末次变化' },
  CHANGE_PERCENT: { en: 'change from first to last in %', zh: '首末次变化百分比' },
  SLOPE: { en: 'slope in 30 days', zh: '每30天斜率' },
};

/** Results of an analyte, of which a statistic lies within bounds. */
export interface Laboratory {
  /** LOINC; empty where none is chosen yet. */
  analyte: string;
  /** The highest where left out. */
  statistic?: Statistic;
  /** Of the statistic; both open where it is enough that there is one. */
  value?: Bounds;
  /** UCUM; the analyte's usual unit where left out. */
  unit?: string;
  /** Days from the diagnosis of the case; before it negative. */
  days?: Bounds;
}

type Sent = Pick<Laboratory, 'analyte'> & {
  readonly [Field in keyof Laboratory]?: Laboratory[Field] | null | undefined;
};

const isBounded = (bounds: Bounds | null | undefined): bounds is Bounds =>
  bounds != null && (bounds.from !== undefined || bounds.to !== undefined);

/** Without what asks nothing. */
const given = ({ analyte, statistic, value, unit, days }: Sent): Laboratory => ({
  analyte,
  ...(statistic == null || statistic === 'HIGHEST' ? {} : { statistic }),
  ...(isBounded(value) ? { value } : {}),
  ...(unit == null || unit === '' ? {} : { unit }),
  ...(isBounded(days) ? { days } : {}),
});

const LOINC = /^\d{1,7}-\d$/;
const spelled = (value: string): string => value.toLowerCase().replaceAll('_', '-');
const after = (texts: readonly string[], prefix: string): string | null =>
  texts.find((text) => text.startsWith(prefix))?.slice(prefix.length) ?? null;
const boundsAfter = (texts: readonly string[], prefix: string): Bounds | null => {
  const text = after(texts, prefix);
  return text === null ? null : readDecimals(text);
};
const whole = (bounds: Bounds | null): Bounds | null =>
  bounds !== null && [bounds.from, bounds.to].every((day) => Number.isInteger(day ?? 0))
    ? bounds
    : null;

/** In an address: `2039-6,last,value.5..20,unit.ng/mL,days.-30..90`. */
export const form: CriterionForm<Laboratory> = {
  name: { en: 'Laboratory result', zh: '检验结果' },
  detail: {
    en: 'first, last, lowest, highest, change or slope, in days from diagnosis',
    zh: '首次、末次、最低、最高、变化或斜率，可限定诊断前后天数',
  },
  schema: v.pipe(
    v.object({
      analyte: v.string(),
      statistic: v.nullish(v.picklist(STATISTICS)),
      value: v.nullish(decimalBoundsSchema),
      unit: v.nullish(v.string()),
      days: v.nullish(boundsSchema),
    }),
    v.transform(given),
  ),
  blank: { analyte: '' },
  asks: ({ analyte }) => analyte !== '',
  canonical: given,
  write: (sent) => {
    const { analyte, statistic, value = {}, unit, days = {} } = given(sent);
    const [values, within] = [writeDecimals(value), writeDecimals(days)];
    return analyte === ''
      ? ''
      : [
          analyte,
          ...(statistic === undefined ? [] : [spelled(statistic)]),
          ...(values === '' ? [] : [`value.${values}`]),
          ...(unit === undefined ? [] : [`unit.${escaped(unit)}`]),
          ...(within === '' ? [] : [`days.${within}`]),
        ].join(',');
  },
  read: (text) => {
    const [analyte = '', ...rest] = parts(text);
    if (!LOINC.test(analyte)) return { analyte: '' };
    return given({
      analyte,
      statistic: members(rest, STATISTICS, spelled)[0],
      value: boundsAfter(rest, 'value.'),
      unit: unescaped(after(rest, 'unit.') ?? '')?.slice(0, 40),
      days: whole(boundsAfter(rest, 'days.')),
    });
  },
};
