import { clinicalRuleOf } from '@nodp/oncology';
import type { CitedRule } from '../generated/resolvers.ts';

const MARKS = { seen: 'SEEN', known: 'KNOWN', draft: 'DRAFT' } as const;

/** A rule of the list as it is cited; null where there is none of the id. */
export const citedRule = (
  id: string,
  version: number | null = null,
  confirmed: ReadonlySet<string> = new Set(),
): CitedRule | null => {
  const rule = clinicalRuleOf(id);
  return (
    rule && {
      id: rule.id,
      title: rule.title,
      source: rule.source,
      version: version ?? rule.version,
      mark: confirmed.has(rule.id) ? 'CONFIRMED' : MARKS[rule.mark],
    }
  );
};
