/** What one step of the sweep adds up to, over everybody present, vᵢ being a person's value. */
export type StepSums = {
  /** Σ vᵢ and Σ vᵢ λᵢ at the start of the step. */
  startValue: number;
  startHazard: number;
  /** Σ vᵢ and Σ vᵢ λᵢ at the end of the step (hazards as they were during it). */
  endValue: number;
  endHazard: number;
  /** Σ hᵢ vᵢ at the end, hᵢ = ∫ λᵢ over the step. */
  accrued: number;
};
