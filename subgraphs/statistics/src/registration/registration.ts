/** A year of an area under population-based registration: a registry takes every new case of those who live there. */
export interface AreaYear {
  /** Code of the registry. */
  readonly registry: string;
  /** GB/T 2260, six digits. */
  readonly region: string;
  readonly year: number;
  /** Person-years by 18 ages (0–4 to 85 and more) of women, then of men. */
  readonly lived: readonly [female: Float64Array, male: Float64Array];
  /** Completeness of registration as the registry reports it, 0 to 1. */
  readonly completeness: number;
  /** Last day on which cases of the year were taken, YYYY-MM-DD; null while the year is open. */
  readonly closedOn: string | null;
}

/** A registry with the years of its areas. */
export interface Registry {
  readonly code: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** Where its person-years are from. */
  readonly source: { readonly en: string; readonly zh: string };
  readonly areas: readonly Omit<AreaYear, 'registry'>[];
}

/**
 * Least completeness of a year whose rates are shown.
 *
 * Source: North American Association of Central Cancer Registries, certification criteria: silver asks for 90% of the
 * cases, gold for 95%.
 */
export const LEAST_COMPLETENESS = 0.9;

/** A release holds a year of an area whole where the registry had closed it when the release was built, complete enough. */
export const isWhole = ({ completeness, closedOn }: AreaYear, builtOn: string): boolean =>
  closedOn !== null && closedOn <= builtOn && completeness >= LEAST_COMPLETENESS;
