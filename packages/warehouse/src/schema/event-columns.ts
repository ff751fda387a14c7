import { column } from './columns.ts';

/** Days from the first diagnosis to an event. */
export const since = (name: string, source: string, what: string, zh: string) =>
  column(
    name,
    'integer',
    source,
    `Days from the person's first diagnosis to ${what}; negative before it, null where not known to the month.`,
    `自首次诊断至${zh}的天数；早于诊断为负，日期未知至月时为空。`,
    { unit: 'd' },
  );

/** Which of a person's cases an event is of, or may be of. */
export const ofCases = (source: string, what: string, zh: string) => [
  column(
    'first_case',
    'smallint',
    source,
    `The case that the ${what} is of, where that is known: the one it was said to be for, or of a treatment the only one at the body site; null where it is not.`,
    `该${zh}所属的病例序号（已注明所针对的病例，或治疗部位仅有一个病例者）；不详时为空。`,
  ),
  column(
    'last_case',
    'smallint',
    source,
    `The last of the person's cases that the ${what} may be of: where \`first_case\` is null, none that was diagnosed more than 90 days after it; null where it may be of any.`,
    `该${zh}可能所属的最末病例序号：first_case为空时，诊断晚于其90天以上的病例除外；可属任一病例时为空。`,
  ),
];
