import type { Label } from '@nodp/terminology';

/** An answer that can be chosen: 0 to 4 of a scale, 0 no and 1 yes; below 0 what counts as no answer. */
export interface AnswerChoice {
  readonly value: number;
  readonly label: Label;
}

const scale = (en: readonly string[], zh: readonly string[]): readonly AnswerChoice[] =>
  en.map((words, value) => ({ value, label: { en: words, zh: zh[value] ?? words } }));

const other = (value: number, en: string, zh: string): AnswerChoice => ({
  value,
  label: { en, zh },
});

const NOT_APPLICABLE = other(-1, 'Not applicable', '不适用');
const NOT_ACTIVE = other(-2, 'Not sexually active', '没有性生活');
const NOT_SAID = other(-3, 'Prefer not to answer', '不愿回答');

const FREQUENCY = scale(
  ['Never', 'Rarely', 'Occasionally', 'Frequently', 'Almost constantly'],
  ['从不', '很少', '偶尔', '经常', '几乎一直'],
);
const SEVERITY = scale(
  ['None', 'Mild', 'Moderate', 'Severe', 'Very severe'],
  ['无', '轻度', '中度', '重度', '非常严重'],
);
const INTERFERENCE = scale(
  ['Not at all', 'A little bit', 'Somewhat', 'Quite a bit', 'Very much'],
  ['完全没有', '有一点', '有些', '相当多', '非常多'],
);
const PRESENCE = [other(1, 'Yes', '有'), other(0, 'No', '没有')];

/** The scales of the item library, under its names. */
export const SCALES = {
  frq_5: FREQUENCY,
  sev_5: SEVERITY,
  int_5: INTERFERENCE,
  sev_6: [...SEVERITY, NOT_APPLICABLE],
  sev_7: [...SEVERITY, NOT_ACTIVE, NOT_SAID],
  frq_7: [...FREQUENCY, NOT_ACTIVE, NOT_SAID],
  yn_2: PRESENCE,
  yn_3: [...PRESENCE, NOT_APPLICABLE],
  yn_4: [...PRESENCE, NOT_ACTIVE, NOT_SAID],
} as const satisfies Record<string, readonly AnswerChoice[]>;

export type Scale = keyof typeof SCALES;
