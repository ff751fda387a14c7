import type { ClinicalRule, TriedCase } from '@nodp/oncology';

export type Language = 'en' | 'zh';

const MARKS = {
  seen: { en: 'read from its source', zh: '已核对来源' },
  known: { en: 'as known, not yet confirmed by the board', zh: '按已知内容，尚未经委员会确认' },
  draft: { en: 'draft, not yet confirmed by the board', zh: '草案，尚未经委员会确认' },
} as const;

/** A rule in three lines: what it is, where it is from, which fields a file of cases has. */
export const ruleInShort = (
  { id, version, title, source, fields, outputs }: ClinicalRule,
  language: Language,
): string =>
  [
    `${id} (version ${version})  ${title[language]}`,
    `    ${source}`,
    `    ${Object.keys(fields).join(', ')}; expected: ${outputs.length === 0 ? 'expected' : outputs.join(', ')}`,
  ].join('\n');

const fieldLines = (rule: ClinicalRule, language: Language): string[] =>
  Object.entries(rule.fields).map(([name, { kind, label, min, max, values, names }]) => {
    const bounds = min !== undefined && max !== undefined ? ` ${min} to ${max}` : '';
    const accepted = values === undefined ? '' : `: ${Object.keys(values).join(', ')}`;
    const also = names === undefined || names.length === 0 ? '' : ` (also ${names.join(', ')})`;
    return `  ${name}${also}  ${kind}${bounds}${accepted}\n      ${label[language]}`;
  });

/** A rule with everything that a file of cases needs to know of it. */
export const ruleInDetail = (rule: ClinicalRule, language: Language): string =>
  [
    `${rule.id} (version ${rule.version})  ${rule.title[language]}`,
    `  ${rule.source}; ${MARKS[rule.mark][language]}`,
    ...(rule.population === null ? [] : [`  ${rule.population[language]}`]),
    'Fields:',
    ...fieldLines(rule, language),
    `Expected values: ${['expected', ...rule.outputs].join(', ')}`,
    ...(rule.names.length > 1 ? [`In a file of several rules: ${rule.names.join(', ')}`] : []),
  ].join('\n');

const written = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** One case: what the rule answers, why, and what was expected instead. */
export const caseInWords = (
  { where, decision, error, differences }: TriedCase,
  language: Language,
): string => {
  if (decision === null) return `${where}: field ${error?.field}: ${error?.message}`;
  const answer =
    decision.notApplicable !== null
      ? `not applicable: ${decision.notApplicable[language]}`
      : decision.value === null
        ? 'no answer'
        : written(decision.value);
  return [
    `${where}: ${answer}`,
    ...decision.explanation.map((sentence) => `    ${sentence[language]}`),
    ...(differences ?? []).map(
      ({ at, expected, got }) =>
        `    DIFFERS${at === '' ? '' : ` at ${at}`}: expected ${written(expected)}, got ${written(got)}`,
    ),
  ].join('\n');
};

/** How many were tried, compared and different. */
export const tallyInWords = (rule: ClinicalRule, tried: readonly TriedCase[]): string => {
  const compared = tried.filter(({ differences }) => differences !== null).length;
  const different = tried.filter(({ differences }) => (differences?.length ?? 0) > 0).length;
  const unread = tried.filter(({ error }) => error !== null).length;
  const parts = [
    `${tried.length} cases`,
    `${compared} with expected values, ${different} of them different`,
    ...(unread > 0 ? [`${unread} not read`] : []),
  ];
  return `${rule.id} (version ${rule.version}): ${parts.join('; ')}.`;
};
