/** Whether the stage groups recorded for a tumour agree. */

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
