/** A two-sided confidence interval. */
export type Interval = { readonly lower: number; readonly upper: number };

/** A number, its standard error, and a two-sided confidence interval. */
export type Estimate = Interval & { readonly estimate: number; readonly standardError: number };

/** Multiplies an estimate by a constant above 0, for example to say it per 100,000 person-years. */
export function scaled(value: Estimate, factor: number): Estimate {
  return {
    estimate: value.estimate * factor,
    standardError: value.standardError * factor,
    lower: value.lower * factor,
    upper: value.upper * factor,
  };
}
