/** The stages recorded for a tumour: their order, TNM in a line, and whether the groups agree. */

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

/**
 * T, N and M in a line, `pT1c pN0 cM0`: of each category the pathological assessment before the
 * clinical, the earliest of it, as at diagnosis; empty where none is recorded.
 */
export function tnmLine(stages: readonly Recorded[]): string {
  const preference = ['p', 'c'];
  const order = (s: Recorded) => {
    const at = preference.indexOf(s.classification ?? '');
    return at < 0 ? preference.length : at;
  };
  return ['T', 'N', 'M']
    .flatMap((axis) => {
      const [best] = inOrder(stages.filter((s) => s.axis === axis)).toSorted(
        (a, b) => order(a) - order(b),
      );
      return best ? [`${best.classification ?? ''}${best.value}`] : [];
    })
    .join(' ');
}
