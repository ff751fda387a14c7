/** Cases and net survival of a stage; null where it has too few. */
export interface StageFigures {
  readonly cases: number;
  readonly survival: number | null;
}

/** Deaths that would not have come, and of how many cases of known stage. */
export interface Avoided {
  readonly deaths: number;
  readonly cases: number;
}

/**
 * Deaths avoided had cases been found at the stages of a reference, each stage surviving as it does: N · Σ (q − p) · S over
 * stages, p and q the shares of a stage of the cases and of the reference, S net survival. Negative where the reference has
 * later stages. Null where a stage whose share changes has no survival, or nobody is of known stage.
 */
export const avoidedByShift = (
  own: readonly StageFigures[],
  reference: readonly number[],
): Avoided | null => {
  const cases = own.reduce((sum, stage) => sum + stage.cases, 0);
  const compared = reference.reduce((a, b) => a + b, 0);
  if (cases === 0 || compared === 0) return null;
  let deaths = 0;
  for (const [i, { cases: count, survival }] of own.entries()) {
    const moved = (reference[i] as number) / compared - count / cases;
    if (moved === 0) continue;
    if (survival === null) return null;
    deaths += cases * moved * survival;
  }
  return { deaths, cases };
};
