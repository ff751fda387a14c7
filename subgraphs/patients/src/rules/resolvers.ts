import { sourceOf } from '@nodp/oncology';
import type {
  ClinicalRuleResolvers,
  RuleMark,
  RuleStanding,
  RuleSwitchResolvers,
  RuleTrialResolvers,
  TriedCaseResolvers,
} from '../generated/resolvers.ts';
import { precisionOf } from '../surveillance/alerts.ts';
import { standOf } from './rule-rows.ts';
import { countsOf, shownOf } from './try-file.ts';

const MARKS = {
  confirmed: 'CONFIRMED',
  seen: 'SEEN',
  known: 'KNOWN',
  draft: 'DRAFT',
} as const satisfies Record<ReturnType<typeof standOf>['mark'], RuleMark>;

const STANDINGS = {
  default: 'DEFAULT',
  board: 'BOARD',
  'other-version': 'OTHER_VERSION',
} as const satisfies Record<ReturnType<typeof standOf>['because'], RuleStanding>;

export const ClinicalRule: ClinicalRuleResolvers = {
  id: ({ rule }) => rule.id,
  version: ({ rule }) => rule.version,
  title: ({ rule }) => rule.title,
  source: ({ rule }) => sourceOf(rule),
  population: ({ rule }) => rule.population,
  mark: (one) => MARKS[standOf(one).mark],
  inForce: (one) => standOf(one).inForce,
  standing: (one) => STANDINGS[standOf(one).because],
  switches: ({ switches }) => switches.toReversed(),
  fields: ({ rule }) =>
    Object.entries(rule.fields).map(([name, field]) => ({
      name,
      label: field.label,
      kind: field.kind,
      min: field.min ?? null,
      max: field.max ?? null,
      whole: field.integer === true,
      values: Object.keys(field.values ?? {}),
    })),
  outputs: ({ rule }) => [...rule.outputs],
  alerts: ({ rule }, _, context) => precisionOf(rule.id, context),
};

export const RuleSwitch: RuleSwitchResolvers = {
  at: ({ switchedAt }) => switchedAt,
  by: ({ switchedBy }) => switchedBy,
};

export const RuleTrial: RuleTrialResolvers = {
  total: (trial) => countsOf(trial).total,
  unreadable: (trial) => countsOf(trial).unreadable,
  agreeing: (trial) => countsOf(trial).agreeing,
  differing: (trial) => countsOf(trial).differing,
  cases: (trial) => [...shownOf(trial)],
};

/** Undefined in a file is no JSON: nothing was there. */
const json = (value: unknown): string => JSON.stringify(value ?? null);

export const TriedCase: TriedCaseResolvers = {
  answer: ({ decision }) =>
    decision === null || decision.value === null ? null : json(decision.value),
  explanation: ({ decision }) => [...(decision?.explanation ?? [])],
  missing: ({ decision }) => [...(decision?.missing ?? [])],
  notApplicable: ({ decision }) => decision?.notApplicable ?? null,
  where: ({ place }) => place,
  error: ({ error }) =>
    error && {
      en: `${error.field}: ${error.message}`,
      zh: `${error.field}：${error.chinese}`,
    },
  differences: ({ differences }) =>
    differences === null
      ? null
      : differences.map(({ at, expected, got }) => ({
          at,
          expected: json(expected),
          got: json(got),
        })),
};
