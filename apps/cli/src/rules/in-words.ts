import { type ClinicalRule, sourceOf, type TriedCase } from '@nodp/oncology';

export type Language = 'en' | 'zh';

const MARKS = {
  seen: { en: 'read from its source', zh: '已核对来源' },
  known: { en: 'as known, not yet confirmed by the board', zh: '按已知内容，尚未经委员会确认' },
  draft: { en: 'draft, not yet confirmed by the board', zh: '草案，尚未经委员会确认' },
} as const;

const WORDS = {
  en: {
    version: (version: number) => `version ${version}`,
    expectedAs: 'expected',
    fields: 'Fields:',
    to: 'to',
    also: (names: readonly string[]) => ` (also ${names.join(', ')})`,
    expectedValues: 'Expected values',
    several: 'In a file of several rules',
    field: (field: string, why: string) => `field ${field}: ${why}`,
    notApplicable: 'not applicable: ',
    noAnswer: 'no answer',
    differs: (at: string, expected: string, got: string) =>
      `DIFFERS${at === '' ? '' : ` at ${at}`}: expected ${expected}, got ${got}`,
    tally: (cases: number, compared: number, different: number, unread: number) =>
      [
        `${cases} cases`,
        `${compared} with expected values, ${different} of them different`,
        ...(unread > 0 ? [`${unread} not read`] : []),
      ].join('; '),
    stop: '.',
  },
  zh: {
    version: (version: number) => `版本${version}`,
    expectedAs: '预期值列',
    fields: '字段：',
    to: '至',
    also: (names: readonly string[]) => `（也可写作${names.join('、')}）`,
    expectedValues: '预期值列',
    several: '在含多条规则的文件中的名称',
    field: (field: string, why: string) => `字段${field}：${why}`,
    notApplicable: '不适用：',
    noAnswer: '无结论',
    differs: (at: string, expected: string, got: string) =>
      `不一致${at === '' ? '' : `（${at}）`}：预期${expected}，得到${got}`,
    tally: (cases: number, compared: number, different: number, unread: number) =>
      [
        `共${cases}例`,
        `${compared}例有预期值，其中${different}例不一致`,
        ...(unread > 0 ? [`${unread}例无法读取`] : []),
      ].join('；'),
    stop: '。',
  },
} as const;

const titleLine = (
  { id, version, title }: Pick<ClinicalRule, 'id' | 'version' | 'title'>,
  language: Language,
): string => `${id} (${WORDS[language].version(version)})  ${title[language]}`;

/** A rule in three lines: what it is, where it is from, which fields a file of cases has. */
export const ruleInShort = (rule: ClinicalRule, language: Language): string =>
  [
    titleLine(rule, language),
    `    ${sourceOf(rule)[language]}`,
    `    ${Object.keys(rule.fields).join(', ')}; ${WORDS[language].expectedAs}: ${rule.outputs.length === 0 ? 'expected' : rule.outputs.join(', ')}`,
  ].join('\n');

const fieldLines = (rule: ClinicalRule, language: Language): string[] =>
  Object.entries(rule.fields).map(([name, { kind, label, min, max, values, names }]) => {
    const { to, also } = WORDS[language];
    const bounds = min !== undefined && max !== undefined ? ` ${min} ${to} ${max}` : '';
    const accepted = values === undefined ? '' : `: ${Object.keys(values).join(', ')}`;
    const other = names === undefined || names.length === 0 ? '' : also(names);
    return `  ${name}${other}  ${kind}${bounds}${accepted}\n      ${label[language]}`;
  });

/** A rule with everything that a file of cases needs to know of it. */
export const ruleInDetail = (rule: ClinicalRule, language: Language): string => {
  const words = WORDS[language];
  return [
    titleLine(rule, language),
    `  ${sourceOf(rule)[language]}; ${MARKS[rule.mark][language]}`,
    ...(rule.population === null ? [] : [`  ${rule.population[language]}`]),
    words.fields,
    ...fieldLines(rule, language),
    `${words.expectedValues}: ${['expected', ...rule.outputs].join(', ')}`,
    ...(rule.names.length > 1 ? [`${words.several}: ${rule.names.join(', ')}`] : []),
  ].join('\n');
};

const written = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** One case: what the rule answers, why, and what was expected instead. */
export const caseInWords = (
  { place, decision, error, differences }: TriedCase,
  language: Language,
): string => {
  const words = WORDS[language];
  if (decision === null)
    return `${place[language]}: ${words.field(error?.field ?? '', (language === 'zh' ? error?.chinese : error?.message) ?? '')}`;
  const answer =
    decision.notApplicable !== null
      ? `${words.notApplicable}${decision.notApplicable[language]}`
      : decision.value === null
        ? words.noAnswer
        : written(decision.value);
  return [
    `${place[language]}: ${answer}`,
    ...decision.explanation.map((sentence) => `    ${sentence[language]}`),
    ...(differences ?? []).map(
      ({ at, expected, got }) => `    ${words.differs(at, written(expected), written(got))}`,
    ),
  ].join('\n');
};

/** How many were tried, compared and different. */
export const tallyInWords = (
  { id, version }: ClinicalRule,
  tried: readonly TriedCase[],
  language: Language,
): string => {
  const words = WORDS[language];
  const tally = words.tally(
    tried.length,
    tried.filter(({ differences }) => differences !== null).length,
    tried.filter(({ differences }) => (differences?.length ?? 0) > 0).length,
    tried.filter(({ error }) => error !== null).length,
  );
  return `${id} (${words.version(version)}): ${tally}${words.stop}`;
};
