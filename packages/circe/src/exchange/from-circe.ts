import type { CohortDefinition } from '@nodp/cohorts';
import { canonical } from '@nodp/cohorts/engine';
import { type Group, isEmpty, readCriterion } from '../schema/criteria.ts';
import type { CohortExpression, Limit } from '../schema/expression.ts';
import { eventsIn, nameUnread, personIn } from './criteria-in.ts';
import { anyOf, criterionOfEvent, groupIn } from './groups-in.ts';
import { type Note, notebook, type Take } from './note.ts';

const entryIn = (
  { PrimaryCriteria, ConceptSets }: CohortExpression,
  take: Take,
): CohortDefinition[] => {
  const found = PrimaryCriteria.CriteriaList.map((criterion, i): CohortDefinition | null => {
    const at = `PrimaryCriteria.CriteriaList.${i}`;
    const { name, value } = readCriterion(criterion);
    const { sites, any, events } = eventsIn(criterion, ConceptSets, at, take);
    const around = value.CorrelatedCriteria;
    if (sites.length === 0 && !any) {
      const nodes = events.map(criterionOfEvent).filter((each) => each !== null);
      if (nodes.length > 0)
        take(
          'APPROXIMATE',
          at,
          'Our cohorts are of cases of cancer: who entered by this event is whoever has it.',
          '本平台的队列以癌症病例为单位：以有该事件者代替由此进入者。',
        );
      if (around !== undefined && !isEmpty(around))
        take(
          'LEFT_OUT',
          `${at}.${name}.CorrelatedCriteria`,
          'Ours asks around a diagnosis.',
          '本平台以诊断为索引询问相关事件。',
        );
      return anyOf(nodes);
    }
    const { nodes, read } = personIn(value, `${at}.${name}`, take);
    nameUnread(
      value,
      new Set([...read, 'CodesetId', 'First', 'CorrelatedCriteria']),
      `${at}.${name}`,
      take,
    );
    const inner =
      around === undefined || isEmpty(around)
        ? null
        : groupIn(around, ConceptSets, `${at}.${name}.CorrelatedCriteria`, take);
    const all: CohortDefinition[] = [
      ...(any ? [] : [{ site: sites }]),
      ...nodes,
      ...(inner === null ? [] : [inner]),
    ];
    return all.length === 0 ? null : all.length === 1 ? (all[0] as CohortDefinition) : { all };
  });
  const nodes = found.filter((each) => each !== null);
  if (nodes.length === 0) return [];
  return nodes.length === 1 ? [nodes[0] as CohortDefinition] : [{ any: nodes }];
};

/** What says when persons are in a cohort: ours say who is. */
const nameTimes = (expression: CohortExpression, take: Take): void => {
  const {
    PrimaryCriteria,
    EndStrategy,
    CensoringCriteria,
    CollapseSettings,
    CensorWindow,
    ExpressionLimit,
  } = expression;
  const ours = (at: string, en: string, zh: string) => take('LEFT_OUT', at, en, zh);
  const limit = (at: string, { Type }: Limit) => {
    if (Type === 'Last')
      ours(
        at,
        'Ours has the first diagnosis of a person, not the last.',
        '本平台取首次诊断，不取末次。',
      );
  };
  limit('PrimaryCriteria.PrimaryCriteriaLimit', PrimaryCriteria.PrimaryCriteriaLimit);
  limit('QualifiedLimit', expression.QualifiedLimit);
  limit('ExpressionLimit', ExpressionLimit);
  if (EndStrategy !== undefined)
    ours(
      'EndStrategy',
      'Ours says who belongs to a cohort, not until when.',
      '本平台的定义只说明谁属于队列，不说明何时退出。',
    );
  CensoringCriteria.forEach((_, i) => {
    ours(`CensoringCriteria.${i}`, 'Ours has no exit by an event.', '本平台没有因事件退出。');
  });
  if (CollapseSettings.EraPad !== 0)
    ours('CollapseSettings.EraPad', 'Ours has no eras of a cohort.', '本平台没有队列时段。');
  for (const [field, value] of Object.entries(CensorWindow))
    if (value !== undefined)
      ours(`CensorWindow.${field}`, 'Ours has no window of a cohort.', '本平台没有队列截取时段。');
};

export interface Imported {
  readonly definition: CohortDefinition;
  /** What the definition does not say, or says nearly: each with its place in the expression. */
  readonly notes: readonly Note[];
}

/** circe's cohort expression as a definition of ours over cases of cancer; whatever has no equivalent is named. */
export const fromCirce = (expression: CohortExpression): Imported => {
  const { notes, take } = notebook();
  const { ConceptSets, PrimaryCriteria, AdditionalCriteria, InclusionRules } = expression;
  const { PriorDays, PostDays } = PrimaryCriteria.ObservationWindow;
  const observed: CohortDefinition[] =
    PriorDays > 0 || PostDays > 0
      ? [
          {
            time: {
              index: { event: { mark: 'DIAGNOSIS' } },
              meets: { observed: { before: Math.max(0, PriorDays), after: Math.max(0, PostDays) } },
            },
          },
        ]
      : [];
  if (observed.length > 0)
    take(
      'APPROXIMATE',
      'PrimaryCriteria.ObservationWindow',
      'Ours is observed from the first diagnosis to the end of follow-up.',
      '本平台的观察期自首次诊断至随访结束。',
    );
  const rules = [
    ...(AdditionalCriteria === undefined
      ? []
      : [groupIn(AdditionalCriteria, ConceptSets, 'AdditionalCriteria', take)]),
    ...InclusionRules.map(({ expression: rule }, i) =>
      groupIn(rule as Group, ConceptSets, `InclusionRules.${i}.expression`, take),
    ),
  ].filter((each) => each !== null);
  const all = [...entryIn(expression, take), ...observed, ...rules];
  nameTimes(expression, take);
  return {
    definition: canonical(all.length === 1 ? (all[0] as CohortDefinition) : { all }),
    notes,
  };
};
