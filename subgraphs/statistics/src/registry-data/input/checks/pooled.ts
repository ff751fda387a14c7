import { ALL_SITES } from '../../data-set.ts';
import type { Collected } from '../collected.ts';

/** Sums that were published beside the registries' numbers are compared with them. */
export const sumsDiffer = ({ counts, lived, pooled, problems }: Collected): void => {
  if (pooled.length === 0) return;
  const sums = new Map<string, number>();
  const add = (key: string, n: number | undefined) => {
    if (n !== undefined && n > 0) sums.set(key, (sums.get(key) ?? 0) + n);
  };
  for (const { site, sex, ages } of counts.values())
    for (const [age, n] of ages.entries()) add(`${site} ${sex} ${age}`, n);
  for (const { sex, ages } of lived.values())
    for (const [age, n] of ages.entries()) add(`lived ${sex} ${age}`, n);
  const wrong = pooled.filter(
    ({ site, sex, age, cases, personYears }) =>
      site !== ALL_SITES &&
      ((sums.get(`${site} ${sex} ${age}`) ?? 0) !== cases ||
        Math.abs((sums.get(`lived ${sex} ${age}`) ?? 0) - personYears) > 0.5),
  );
  const [first] = wrong;
  if (first === undefined) return;
  problems.remark(
    first.place,
    'cases',
    {
      en: `${wrong.length} of the published sums differ from the sums of the registries loaded; this is the first.`,
      zh: `${wrong.length}个已公布合计与所加载各登记处之和不符，此为第一处。`,
    },
    {
      en: 'See whether a registry is missing. Figures are worked out from the registries.',
      zh: '请核对是否缺少登记处。统计均由各登记处数据计算。',
    },
  );
};
