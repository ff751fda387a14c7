import { readCriterion } from '../schema/criteria.ts';
import type { CohortExpression, Limit } from '../schema/expression.ts';
import { type Warning, warn } from './warning.ts';

const isAll = ({ Type }: Limit): boolean => Type === 'All';

/** Concept sets of drugs by which persons enter, and by which they do not leave. */
const drugs = ({ PrimaryCriteria, ConceptSets, EndStrategy }: CohortExpression): string[] => {
  const exit =
    EndStrategy !== undefined && 'CustomEra' in EndStrategy
      ? EndStrategy.CustomEra.DrugCodesetId
      : undefined;
  return PrimaryCriteria.CriteriaList.flatMap((criterion) => {
    const id = readCriterion(criterion).value.CodesetId;
    const set = ConceptSets.find((each) => each.id === id);
    const isDrug = set?.expression.items.some(
      ({ concept }) => concept.DOMAIN_ID?.toLowerCase() === 'drug',
    );
    return set !== undefined && isDrug && set.id !== exit ? [set.name] : [];
  });
};

const WEIGHTS = { First: 0, Last: 1, All: 2 } as const;
const weight = ({ Type }: Limit): number => (Type === null ? 0 : WEIGHTS[Type]);

const progression = (expression: CohortExpression): Warning[] => {
  const initial = weight(expression.PrimaryCriteria.PrimaryCriteriaLimit);
  const qualified = weight(expression.QualifiedLimit);
  const qualifying =
    expression.AdditionalCriteria === undefined ? 0 : weight(expression.ExpressionLimit);
  const warning = (en: string, zh: string) =>
    warn(
      'limits-out-of-order',
      `${en} limit may not have intended effect since it breaks all/latest/earliest progression`,
      `${zh}的限制打破了“全部／最晚／最早”的次序，可能达不到预期`,
    );
  return [
    ...(initial < qualified ? [warning('Cohort of initial events', '起始事件队列')] : []),
    ...(qualified < qualifying || initial < qualifying
      ? [warning('Qualifying cohort', '合格队列')]
      : []),
  ];
};

/** How persons enter and leave. */
export const checkExits = (expression: CohortExpression): Warning[] => {
  const { PrimaryCriteria, EndStrategy, ExpressionLimit, AdditionalCriteria, QualifiedLimit } =
    expression;
  const warnings: Warning[] = [];
  if (PrimaryCriteria.CriteriaList.length === 0)
    warnings.push(
      warn('no-initial-event', 'No initial event criteria specified', '没有指定起始事件'),
    );
  if (
    EndStrategy !== undefined &&
    'CustomEra' in EndStrategy &&
    EndStrategy.CustomEra.DrugCodesetId === undefined
  )
    warnings.push(
      warn(
        'exit-drug-missing',
        'Drug concept set must be selected at Exit Criteria.',
        '退出条件必须选择药物概念集。',
      ),
    );
  if (
    EndStrategy !== undefined &&
    'DateOffset' in EndStrategy &&
    EndStrategy.DateOffset.DateField === 'StartDate' &&
    EndStrategy.DateOffset.Offset === 0
  )
    warnings.push(
      warn(
        'exit-offset-zero',
        'Cohort Exit criteria: Days offset from start date should be greater than 0',
        '退出条件：距开始日期的天数应大于 0',
      ),
    );
  if (
    isAll(PrimaryCriteria.PrimaryCriteriaLimit) &&
    EndStrategy === undefined &&
    isAll(ExpressionLimit) &&
    (AdditionalCriteria === undefined || isAll(QualifiedLimit))
  )
    warnings.push(
      warn(
        'no-exit',
        '"all events" are selected and cohort exit criteria has not been specified',
        '选择了“全部事件”，却没有指定退出条件',
      ),
    );
  const named = drugs(expression);
  if (named.length > 0)
    warnings.push(
      warn(
        'drug-not-in-exit',
        `${named.length > 1 ? 'Concept sets' : 'Concept set'} ${named.join(', ')} used in initial event and not used for cohort exit criteria`,
        `起始事件使用的概念集“${named.join('”“')}”没有用于退出条件`,
      ),
    );
  return [...warnings, ...progression(expression)];
};
