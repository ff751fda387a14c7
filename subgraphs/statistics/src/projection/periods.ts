import type { Label } from '@nodp/graph';
import { refusal } from '../questions/words.ts';
import type { Source, Value } from '../sources/source.ts';

/** Fewest periods that a projection rests on (Møller et al. 2003). */
export const LEAST_PERIODS = 4;
const YEARS = 5;

const spanOf = (code: string): readonly [first: number, last: number] | null => {
  const [, first, last] = /^(\d{4})-(\d{4})$/.exec(code) ?? [];
  return first === undefined ? null : [Number(first), Number(last)];
};

/** Periods of five years that the source has every year of. */
const wholePeriods = ({ dimensions }: Source): readonly Value[] => {
  const years = dimensions.YEAR && new Set(dimensions.YEAR.values.map(({ code }) => code));
  return (dimensions.PERIOD?.values ?? []).filter(({ code }) => {
    const span = spanOf(code);
    if (span === null || span[1] - span[0] !== YEARS - 1) return false;
    return Array.from({ length: YEARS }, (_, i) => String(span[0] + i)).every(
      (year) => years?.has(year) ?? true,
    );
  });
};

/** Why a source has too few periods to be projected; null where it has enough. */
export const tooFewPeriods = (source: Source): Label | null => {
  const whole = wholePeriods(source);
  if (whole.length >= LEAST_PERIODS) return null;
  const named = whole.map(({ code }) => code).join(', ');
  return {
    en: `A projection needs ${LEAST_PERIODS} whole periods of five years at least; ${source.label.en} has ${whole.length}${whole.length === 0 ? '' : ` (${named})`}. A forecast from fewer would be a guess. Registries’ data of twenty years or more, loaded as a data set, can be projected.`,
    zh: `预测至少需要${LEAST_PERIODS}个完整的五年期；${source.label.zh}仅有${whole.length}个${whole.length === 0 ? '' : `（${named}）`}，由更少时期外推只是猜测。导入登记处20年以上的汇总数据后即可预测。`,
  };
};

/** The whole periods asked, each following the last. */
export const periodsAsked = (source: Source, asked: readonly Value[]): readonly Value[] => {
  const codes = new Set(asked.map(({ code }) => code));
  const periods = wholePeriods(source).filter(({ code }) => codes.has(code));
  const firsts = periods.map(({ code }) => spanOf(code)?.[0] ?? 0);
  const follow = firsts.every((first, i) => i === 0 || first - (firsts[i - 1] ?? 0) === YEARS);
  if (periods.length < LEAST_PERIODS || !follow)
    throw refusal({
      en: `A projection is of ${LEAST_PERIODS} or more whole periods of five years that follow each other. Choose no periods, or ${LEAST_PERIODS} in a row.`,
      zh: `预测需要${LEAST_PERIODS}个或更多连续的完整五年期：请不选时期，或选择连续的${LEAST_PERIODS}个。`,
    });
  return periods;
};

/** Periods after the last. */
export const periodsAfter = (last: string, count: number): readonly Value[] => {
  const end = spanOf(last)?.[1] ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [end + 1 + i * YEARS, end + (i + 1) * YEARS];
    return { code: `${from}-${to}`, label: { en: `${from}–${to}`, zh: `${from}–${to}年` } };
  });
};
