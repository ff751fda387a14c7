import { clinicalRuleOf, MARKERS, sourceOf } from '@nodp/oncology';
import type { CitedRule } from '../generated/resolvers.ts';

const MARKS = { seen: 'SEEN', known: 'KNOWN', draft: 'DRAFT' } as const;

/** The rule that judges every marker without one of its own: each marker has its own source. */
const OF_SEVERAL_MARKERS = 'marker-surveillance';

/**
 * A rule of the list as it is cited; null where there is none of the id.
 * @param marker whose value it judged; null where it judges none
 */
export const citedRule = (
  id: string,
  version: number | null = null,
  confirmed: ReadonlySet<string> = new Set(),
  marker: string | null = null,
): CitedRule | null => {
  const rule = clinicalRuleOf(id);
  const own =
    id === OF_SEVERAL_MARKERS ? MARKERS.find((one) => one.id === marker)?.source : undefined;
  return (
    rule && {
      id: rule.id,
      title: rule.title,
      source: own ?? sourceOf(rule),
      version: version ?? rule.version,
      mark: confirmed.has(rule.id) ? 'CONFIRMED' : MARKS[rule.mark],
    }
  );
};
