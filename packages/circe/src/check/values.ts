import type { Label } from '@nodp/terminology';
import type { Amiss } from '../attributes/kind.ts';
import { kindOf } from '../attributes/registry.ts';
import { demographics } from '../domains/demographics.ts';
import type { Attribute } from '../domains/domain.ts';
import { domainOf } from '../domains/registry.ts';
import { readCriterion } from '../schema/criteria.ts';
import type { CohortExpression } from '../schema/expression.ts';
import type { Window } from '../schema/window.ts';
import { everythingIn, isCorrelated, isCriterion } from './walk.ts';
import { type Warning, type WarningId, warn } from './warning.ts';

const IDS: Partial<Record<Attribute['kind'], WarningId>> = {
  date: 'range-incomplete',
  integer: 'range-incomplete',
  decimal: 'range-incomplete',
  period: 'range-incomplete',
  concepts: 'concept-list-empty',
  selection: 'concept-set-selection-empty',
  text: 'text-empty',
};

const sentence = (amiss: Amiss, group: Label, criterion: Label, attribute: Label): Label => {
  const en = `${group.en} in the ${criterion.en} `;
  const zh = `${group.zh}中“${criterion.zh}”的“${attribute.zh}”`;
  switch (amiss) {
    case 'empty':
      return { en: `${en}has empty ${attribute.en} value`, zh: `${zh}没有值` };
    case 'empty-start':
      return { en: `${en}has empty ${attribute.en} start value`, zh: `${zh}没有起始值` };
    case 'empty-end':
      return { en: `${en}has empty ${attribute.en} end value`, zh: `${zh}没有结束值` };
    case 'reversed':
      return {
        en: `${en}has start value greater than end in ${attribute.en}`,
        zh: `${zh}起始值大于结束值`,
      };
    case 'invalid-date':
      return { en: `${en}has invalid date value at ${attribute.en}`, zh: `${zh}日期无效` };
  }
};

const ofValue = (
  attributes: Readonly<Record<string, Attribute>>,
  value: Readonly<Record<string, unknown>>,
  group: Label,
  criterion: Label,
): Warning[] =>
  Object.entries(attributes).flatMap(([field, { kind, name, chosen }]) => {
    const given = value[field];
    const id = IDS[kind];
    // Elsewhere a selection without a set asks whether there is a value: that is a question too.
    if (given === undefined || id === undefined || (kind === 'selection' && !chosen)) return [];
    const amiss = kindOf(kind).amiss(given);
    if (amiss === null) return [];
    const { en, zh } = sentence(amiss, group, criterion, name);
    return [warn(id, en, zh)];
  });

const negative = (name: Label, days: number | undefined, en: string, zh: string): Warning[] =>
  days !== undefined && days < 0
    ? [
        warn(
          'window-negative',
          `Time window in criteria "${name.en}" has negative value ${days} at ${en}`,
          `“${name.zh}”的时间窗${zh}为负值 ${days}`,
        ),
      ]
    : [];

const ofWindow = (window: Window | undefined, name: Label): Warning[] => [
  ...negative(name, window?.Start?.Days, 'start', '起点'),
  ...negative(name, window?.End?.Days, 'end', '终点'),
];

const DEMOGRAPHIC: Label = { en: 'demographic', zh: '人口学条件' };

/** Values of criteria that are not whole, or turn round. */
export const checkValues = (expression: CohortExpression): Warning[] => {
  const { ObservationWindow } = expression.PrimaryCriteria;
  const observed: Label = { en: 'observation window', zh: '观察窗' };
  const censored = kindOf('period').amiss(expression.CensorWindow);
  const cut =
    censored === null
      ? null
      : sentence(
          censored,
          { en: 'Primary criteria', zh: '起始事件条件' },
          { en: 'cohort', zh: '队列' },
          { en: 'censor window', zh: '截取时段' },
        );
  return [
    ...everythingIn(expression).flatMap(({ of, group }): Warning[] => {
      if (isCorrelated(of))
        return [...ofWindow(of.StartWindow, group), ...ofWindow(of.EndWindow, group)];
      if (isCriterion(of)) {
        const { name, value } = readCriterion(of);
        const domain = domainOf(name);
        return ofValue(domain.attributes, value, group, domain.name);
      }
      return Object.keys(of).length === 0
        ? [
            warn(
              'demographic-empty',
              `${group.en} in the demographic does not have attributes`,
              `${group.zh}中的人口学条件没有内容`,
            ),
          ]
        : ofValue(demographics, of, group, DEMOGRAPHIC);
    }),
    ...negative(observed, ObservationWindow.PriorDays, 'prior days', '之前天数'),
    ...negative(observed, ObservationWindow.PostDays, 'post days', '之后天数'),
    ...(cut === null ? [] : [warn('range-incomplete', cut.en, cut.zh)]),
  ];
};
