import type { Numbers } from '../../checks.ts';
import { BiostatisticsError } from '../../errors.ts';
import type { SurvivalInput } from '../data/input.ts';
import { coxRegression } from './cox.ts';
import type { Ties } from './design.ts';
import type { CoxModel } from './model.ts';
import { testProportionalHazards } from './zph.ts';

/** A covariate of levels: 0 is the one that the others are compared with. */
export interface Factor {
  readonly name: string;
  /** 0 … levels−1, one a row. */
  readonly codes: Numbers;
  readonly levels: number;
}

/** Hazard at a level relative to level 0 of the same factor. */
export interface LevelHazard {
  readonly factor: string;
  /** From 1. */
  readonly level: number;
  readonly logHazardRatio: number;
  readonly standardError: number;
}

export interface FactorModel {
  /** By factor, then by level. */
  readonly hazards: readonly LevelHazard[];
  /** Whether hazards are proportional, one test a factor (Grambsch & Therneau 1994, `km`), and of all together; null where it cannot be told. */
  readonly proportionality: readonly { readonly factor: string; readonly pValue: number | null }[];
  readonly globalProportionality: number | null;
  readonly n: number;
  readonly events: number;
}

export interface FactorInput extends SurvivalInput {
  /** At least one, each with two levels or more. */
  readonly factors: readonly Factor[];
  readonly ties?: Ties | undefined;
}

/** Indicators of the levels above 0 (treatment contrasts, as R's `contr.treatment`). */
const indicators = ({ codes, levels }: Factor): Float64Array[] =>
  Array.from({ length: levels - 1 }, (_, i) =>
    Float64Array.from(codes as ArrayLike<number>, (code) => (code === i + 1 ? 1 : 0)),
  );

/** The test of proportional hazards; null where the events are too few, or a level's hazard has no bound, so that no change could be seen. */
const proportionalityOf = (
  model: CoxModel,
  terms: Parameters<typeof testProportionalHazards>[2],
) => {
  try {
    return testProportionalHazards(model, 'km', terms);
  } catch (error) {
    if (error instanceof BiostatisticsError && error.code === 'too-few') return null;
    throw error;
  }
};

/**
 * Cox regression on factors: with one factor the unadjusted ratios, with several each adjusted for the others. What
 * `coxph(Surv(entry, time, event) ~ factor(a) + factor(b))` and `cox.zph(terms = TRUE)` give.
 *
 * @throws {BiostatisticsError} as `coxRegression`; `out-of-range` (a code beyond the levels), `singular` (a level that nobody has)
 */
export function coxOfFactors({ factors, ties, ...people }: FactorInput): FactorModel {
  for (const { name, codes, levels } of factors) {
    const seen = new Set<number>();
    for (let i = 0; i < codes.length; i++) {
      const code = codes[i] as number;
      if (!Number.isInteger(code) || code < 0 || code >= levels)
        throw new BiostatisticsError(
          'out-of-range',
          { argument: name, index: i },
          `codes go from 0 to ${levels - 1}`,
        );
      seen.add(code);
    }
    if (seen.size < levels || levels < 2)
      throw new BiostatisticsError('singular', name, 'has a level that nobody is at; leave it out');
  }
  const columns = factors.map((factor) => indicators(factor));
  const first = columns.map((_, f) => columns.slice(0, f).reduce((n, each) => n + each.length, 0));
  const model = coxRegression({ ...people, ties, covariates: columns.flat() });
  const test = proportionalityOf(
    model,
    factors.map(({ name }, f) => ({
      name,
      columns: (columns[f] ?? []).map((_, i) => (first[f] as number) + i),
    })),
  );
  return {
    hazards: factors.flatMap(({ name }, f) =>
      (columns[f] ?? []).map((_, i) => ({
        factor: name,
        level: i + 1,
        logHazardRatio: model.coefficients[(first[f] as number) + i] as number,
        standardError: model.standardErrors[(first[f] as number) + i] as number,
      })),
    ),
    proportionality: factors.map(({ name }, f) => ({
      factor: name,
      pValue: test?.terms[f]?.pValue ?? null,
    })),
    globalProportionality: test?.global.pValue ?? null,
    n: model.n,
    events: model.events,
  };
}
