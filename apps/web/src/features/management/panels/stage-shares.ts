/** Shares of a year's cases as a bar draws them. */

type Share = { readonly share: number | null };

const sumOf = (stages: readonly Share[]): number =>
  stages.reduce((sum, { share }) => sum + (share ?? 0), 0);

/** Every count is moved by a few before it is shown: of few cases the shares may add to more than all, which no bar has. */
export function sharesOfWhole<Stage extends Share>(stages: readonly Stage[]): Stage[] {
  const whole = Math.max(1, sumOf(stages));
  return stages.map((stage) => ({
    ...stage,
    share: stage.share === null ? null : stage.share / whole,
  }));
}

/** What is left of a year where stages have too few cases to be shown; null where none has, or nothing is left to see. */
export function missingOf(stages: readonly Share[]): number | null {
  const rest = 1 - sumOf(stages);
  return stages.some(({ share }) => share === null) && rest > 0.002 ? rest : null;
}
