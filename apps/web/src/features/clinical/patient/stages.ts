/** The stages recorded for a tumour: their order, and whether the groups agree. */

type Recorded = { axis: string; classification: string | null; value: string; date: string | null };

/**
 * Stage groups of the same assessment (clinical, pathological, ...) and the same day that differ:
 * both cannot be right. Groups of different days may differ, for a stage is assessed anew.
 */
export function differingGroups(
  stages: readonly Recorded[],
): { classification: string | null; values: string[] }[] {
  const groups = stages.filter((s) => s.axis === 'group');
  const byAssessment = Map.groupBy(groups, (s) => `${s.classification ?? ''} ${s.date ?? ''}`);
  return [...byAssessment.values()].flatMap((same) => {
    const values = [...new Set(same.map((s) => s.value))];
    return values.length > 1 ? [{ classification: same[0]?.classification ?? null, values }] : [];
  });
}

const axes = ['group', 'T', 'N', 'M'];
const rank = (axis: string): number => (axes.includes(axis) ? axes.indexOf(axis) : axes.length);

/** By day of assessment, what has no day last; of one day the group before T, N and M. */
export const inOrder = <Stage extends Recorded>(stages: readonly Stage[]): Stage[] =>
  stages.toSorted(
    (a, b) =>
      (a.date ?? '9999').localeCompare(b.date ?? '9999') ||
      (a.classification ?? '').localeCompare(b.classification ?? '') ||
      rank(a.axis) - rank(b.axis),
  );

/** TNM at diagnosis as it is spoken: a prefix that all categories share is said once, `cT3 N1b M1a`. */
export function tnmSpoken(tnm: string): string {
  const parts = tnm.split(' ').map((part) => /^([a-z]*)(.*)$/.exec(part) ?? ['', '', part]);
  const [first] = parts;
  return parts.every(([, prefix]) => prefix === first?.[1])
    ? `${first?.[1] ?? ''}${parts.map(([, , category]) => category).join(' ')}`
    : tnm;
}
