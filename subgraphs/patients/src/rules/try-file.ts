import { badInput } from '@nodp/graph';
import { clinicalRuleOf, FileError, type TriedCase, tryRule } from '@nodp/oncology';
import type { Label } from '@nodp/terminology';
import type { QueryTryClinicalRuleArgs } from '../generated/resolvers.ts';

/** What one request may have tried: the process answers others meanwhile. Larger files are for `nodp rules try`. */
const LIMIT = { bytes: 1_000_000, cases: 2_000 };
const SHOWN = 200;

export interface Trial {
  readonly problem: Label | null;
  readonly cases: readonly TriedCase[];
}

const differs = ({ differences }: TriedCase): boolean =>
  differences !== null && differences.length > 0;

/** @throws BAD_USER_INPUT where there is no such rule, or the file is too large */
export const tryFile = ({ rule: id, format, content }: QueryTryClinicalRuleArgs): Trial => {
  const rule = clinicalRuleOf(id);
  if (rule === null) throw badInput(`There is no rule “${id}”. / 没有规则“${id}”。`);
  if (Buffer.byteLength(content) > LIMIT.bytes)
    throw badInput(
      'A file has 1 MB at most here; `nodp rules try` takes larger ones. / 此处文件最大1 MB；更大的文件请用 nodp rules try。',
    );
  try {
    const cases = tryRule(rule, content, format === 'CSV' ? 'csv' : 'json', LIMIT.cases);
    return { problem: null, cases };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const { line, message, chinese } = error;
    const problem =
      line === null
        ? { en: message, zh: chinese }
        : { en: `line ${line}: ${message}`, zh: `第${line}行：${chinese}` };
    return { problem, cases: [] };
  }
};

export const countsOf = ({ cases }: Trial) => ({
  total: cases.length,
  unreadable: cases.filter(({ error }) => error !== null).length,
  differing: cases.filter(differs).length,
  agreeing: cases.filter((one) => one.differences?.length === 0).length,
});

/** Those that a reader looks for first. */
export const shownOf = ({ cases }: Trial): readonly TriedCase[] => {
  const wrong = cases.filter((one) => one.error !== null || differs(one));
  const right = cases.filter((one) => one.error === null && !differs(one));
  return [...wrong, ...right].slice(0, SHOWN);
};
