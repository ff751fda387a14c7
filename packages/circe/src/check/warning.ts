import type { Label } from '@nodp/terminology';

/** circe's own order: what cannot be meant, what is likely not meant, what is worth knowing. */
export type Severity = 'critical' | 'warning' | 'info';

export const CHECKS = {
  'unused-concept-set': 'warning',
  'exit-drug-missing': 'critical',
  'exit-offset-zero': 'warning',
  'range-incomplete': 'critical',
  'window-negative': 'critical',
  'concept-list-empty': 'critical',
  'concept-set-selection-empty': 'critical',
  'demographic-empty': 'warning',
  'text-empty': 'warning',
  'rule-empty': 'critical',
  'no-initial-event': 'critical',
  'no-exit': 'warning',
  'no-concept-set': 'warning',
  'drug-era-days': 'info',
  'at-least-zero': 'warning',
  'criteria-duplicated': 'warning',
  'concept-sets-duplicated': 'warning',
  'drug-not-in-exit': 'info',
  'concept-set-empty': 'critical',
  'limits-out-of-order': 'warning',
  'window-longer-than-observed': 'info',
  'window-unlike-others': 'info',
  'record-type-open': 'info',
  contradiction: 'warning',
  'death-before-index': 'warning',
} as const satisfies Record<string, Severity>;

export type WarningId = keyof typeof CHECKS;

/** What a checker finds: an id that stays, and a sentence in both languages (the English one is circe's). */
export interface Warning {
  readonly id: WarningId;
  readonly severity: Severity;
  readonly message: Label;
}

export const warn = (id: WarningId, en: string, zh: string): Warning => ({
  id,
  severity: CHECKS[id],
  message: { en, zh },
});

export const join = (labels: readonly Label[]): Label => ({
  en: labels.map(({ en }) => en).join(', '),
  zh: labels.map(({ zh }) => zh).join('、'),
});
