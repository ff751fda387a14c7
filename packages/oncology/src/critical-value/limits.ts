/** Beyond these a laboratory calls the clinician at once; in the canonical unit of the analyte, null where there is no limit. */
interface CriticalLimits {
  /** As the terminology names it. */
  readonly analyte: string;
  readonly unit: string;
  /** Values under it are critical. */
  readonly low: number | null;
  /** Values over it are critical. */
  readonly high: number | null;
  readonly source: string;
}

/** Means of 92 medical centres of the United States, as the compiler knows them; an operator's board is to confirm or replace them. */
const KOST = 'Kost GJ. JAMA 1990;263:704-7';
/** Grade 4. */
const CTCAE = 'CTCAE v5.0, neutrophil count decreased';

const row = (
  analyte: string,
  unit: string,
  low: number | null,
  high: number | null,
  source = KOST,
): CriticalLimits => ({ analyte, unit, low, high, source });

export const CRITICAL_LIMITS: readonly CriticalLimits[] = [
  row('potassium', 'mmol/L', 2.8, 6.2),
  row('sodium', 'mmol/L', 120, 158),
  row('calcium', 'mmol/L', 1.65, 3.22),
  row('glucose', 'mmol/L', 2.6, 26.9),
  row('magnesium', 'mmol/L', 0.41, 2.02),
  row('haemoglobin', 'g/L', 66, 199),
  row('platelets', '10*9/L', 37, 910),
  row('leukocytes', '10*9/L', 2, 37),
  row('creatinine', 'umol/L', null, 654),
  row('neutrophils', '10*9/L', 0.5, null, CTCAE),
];
