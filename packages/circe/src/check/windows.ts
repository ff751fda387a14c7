import { type Group, isEmpty, readCriterion } from '../schema/criteria.ts';
import type { CohortExpression } from '../schema/expression.ts';
import type { Endpoint, Window } from '../schema/window.ts';
import {
  ADDITIONAL,
  correlatedDeep,
  correlatedOf,
  criterionName,
  INITIAL,
  placedDeep,
} from './walk.ts';
import { type Warning, warn } from './warning.ts';

const daysOf = (endpoint: Endpoint | undefined): number =>
  (endpoint?.Days ?? 0) * (endpoint?.Coeff ?? 0);

/** Windows longer than persons have to be observed: what lies in them may not have been seen. */
const unobserved = (expression: CohortExpression): Warning[] => {
  const { PriorDays, PostDays } = expression.PrimaryCriteria.ObservationWindow;
  return correlatedOf(expression)
    .filter(
      ({ of: { StartWindow } }) =>
        daysOf(StartWindow.End) - daysOf(StartWindow.Start) > PriorDays + PostDays,
    )
    .map(({ of, group }) => {
      const { en, zh } = criterionName(of.Criteria);
      return warn(
        'window-longer-than-observed',
        `${group.en} ${en} criteria have time window range that is longer than required time for initial event`,
        `${group.zh}的“${zh}”条件的时间窗长于起始事件要求的观察时间`,
      );
    });
};

const endpointWords = (endpoint: Endpoint, zh: boolean): string => {
  const before = endpoint.Coeff < 0;
  const days = endpoint.Days ?? (zh ? '全部' : 'all');
  return zh ? `${before ? '前' : '后'}${days}天` : `${days} days ${before ? 'before' : 'after'}`;
};

const windowWords = ({ Start, End }: Window, zh: boolean): string =>
  [Start, End]
    .flatMap((endpoint) => (endpoint === undefined ? [] : [endpointWords(endpoint, zh)]))
    .join(zh ? '至' : ' and ');

/** Windows that begin elsewhere than most of the others do. */
const unlikeOthers = (expression: CohortExpression): Warning[] => {
  const all = correlatedOf(expression).map((each) => ({
    ...each,
    start: daysOf(each.of.StartWindow.Start),
  }));
  const counts = new Map<number, number>();
  for (const { start } of all) counts.set(start, (counts.get(start) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const common = all.find(({ start }) => counts.get(start) === most);
  if (most <= 1 || common === undefined) return [];
  return all
    .filter(({ start }) => (counts.get(start) ?? 0) < most)
    .map(({ of, group }) => {
      const { en, zh } = criterionName(of.Criteria);
      return warn(
        'window-unlike-others',
        `${en} criteria at ${group.en} time window differs from most common pattern prior '${windowWords(common.of.StartWindow, false)}', shouldn't that be a valid pattern?`,
        `${group.zh}的“${zh}”条件的时间窗与最常见的“${windowWords(common.of.StartWindow, true)}”不同，是否有意如此？`,
      );
    });
};

const isBefore = ({ Start, End }: Window): boolean =>
  Start !== undefined && Start.Coeff < 0 && !(End !== undefined && End.Coeff > 0);

const deaths = (expression: CohortExpression): Warning[] => {
  const { PrimaryCriteria, AdditionalCriteria } = expression;
  const all = [
    ...correlatedOf(expression),
    ...(AdditionalCriteria?.CriteriaList ?? []).flatMap((each) => placedDeep(each, ADDITIONAL)),
    ...PrimaryCriteria.CriteriaList.flatMap((each) => correlatedDeep(each, INITIAL)),
  ];
  return all
    .filter(({ of }) => readCriterion(of.Criteria).name === 'Death' && isBefore(of.StartWindow))
    .map(({ group }) =>
      warn(
        'death-before-index',
        `${group.en} death attempts to identify death event prior to index event. Events post-death may not be available`,
        `${group.zh}的“死亡”条件查找索引事件之前的死亡；死亡之后可能没有事件`,
      ),
    );
};

/** How often and when. */
export const checkWindows = (expression: CohortExpression): Warning[] => [
  ...expression.InclusionRules.filter(({ expression: rule }) => isEmpty(rule as Group)).map(
    ({ name = '' }) => warn('rule-empty', `Inclusion rule ${name}.`, `纳入规则“${name}”没有内容。`),
  ),
  ...correlatedOf(expression)
    .filter(
      ({ of }) =>
        readCriterion(of.Criteria).name === 'DrugEra' &&
        of.StartWindow.Start === undefined &&
        of.StartWindow.End === undefined &&
        of.EndWindow?.Start === undefined,
    )
    .map(({ group }) =>
      warn(
        'drug-era-days',
        `Using drug era at ${group.en} criteria on medical claims (e.g., biologics) may not be accurate due to missing days supply information`,
        `${group.zh}使用用药时段：医疗理赔数据（如生物制剂）缺少供药天数，结果可能不准`,
      ),
    ),
  ...correlatedOf(expression)
    .filter(({ of: { Occurrence } }) => Occurrence.Type === 2 && Occurrence.Count === 0)
    .map(() =>
      warn(
        'at-least-zero',
        "'at least 0' occurrence is not a real constraint, probably meant 'exactly 0' or 'at least 1'",
        '“至少 0 次”不构成限制，可能应为“恰好 0 次”或“至少 1 次”',
      ),
    ),
  ...unobserved(expression),
  ...unlikeOthers(expression),
  ...deaths(expression),
];
