import type { CancerModel } from '../cancers/model.ts';
import { incidence, type Sex } from '../sources/incidence.ts';
import { PUBLISHED_DCO } from '../sources/registry-quality.ts';
import { PUBLISHED_STAGE } from '../sources/stage.ts';

/** Excess hazard of death falls with time: what is left after t years of the first five years' is e^(−kt). */
const FALL = 0.35;
const FIVE = 1 - Math.exp(-5 * FALL);

/** Excess hazard by age against 62 years; the size is ours. */
const agePull = (age: number): number => Math.exp(0.016 * (Math.min(Math.max(age, 25), 88) - 62));

/**
 * International Cancer Survival Standard 1 (Corazziari, Quinn, Capocaccia, Eur J Cancer 2004;40:2307–16),
 * at the middle of its five ages: published survival is standardised to it.
 */
const STANDARD: readonly (readonly [age: number, weight: number])[] = [
  [37, 0.07],
  [50, 0.12],
  [60, 0.23],
  [70, 0.29],
  [80, 0.29],
];

/**
 * Shares of stages I to IV in one sex: men are found later than women by the published odds. (That they
 * differ most in lung cancer is published too; by how much is ours.)
 */
export const stageShares = (model: CancerModel, sex: Sex): readonly number[] => {
  const share = model.staging?.share ?? [1, 0, 0, 0];
  if (model.ci5.every((c) => menOnly(c) || womenOnly(c))) return share;
  const tilt = Math.sqrt(model.staging?.lateOddsOfMen ?? PUBLISHED_STAGE.lateOddsOfMen);
  const late = sex === 'male' ? tilt : 1 / tilt;
  const tilted = [share[0], share[1], share[2] * late, share[3] * late];
  const sum = tilted.reduce((a, b) => a + b, 0);
  return tilted.map((s) => s / sum);
};

const casesOf = (model: CancerModel, sex: Sex): number =>
  incidence
    .filter((cell) => cell.sex === sex && model.ci5.includes(cell.cancer))
    .reduce((sum, cell) => sum + cell.rate * cell.personYears, 0);

const menOnly = (cancer: number): boolean => cancer >= 38 && cancer <= 41;
const womenOnly = (cancer: number): boolean => cancer >= 29 && cancer <= 37;

/**
 * Cumulative excess hazard at five years in stage I at age 62, such that the net survival of all stages,
 * standardised by age, is the published one. Solved by bisection.
 */
export const baseHazard = (model: CancerModel): number => {
  const men = casesOf(model, 'male');
  const women = casesOf(model, 'female');
  const male = stageShares(model, 'male');
  const female = stageShares(model, 'female');
  const share = male.map((m, i) => (m * men + (female[i] ?? 0) * women) / (men + women));
  const survival = (base: number): number => {
    let sum = 0;
    for (const [age, weight] of STANDARD) {
      for (const [i, s] of share.entries()) {
        sum += weight * s * Math.exp(-base * (model.hazard[i] ?? 1) * agePull(age));
      }
    }
    return sum;
  };
  // Who is known from a death certificate only died and is in no published survival.
  const followed = (model.survival / 100) * (1 - PUBLISHED_DCO);
  let low = 0;
  let high = 60;
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (survival(middle) > followed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};

/**
 * Years from diagnosis to death from the cancer; infinite for who is cured of it.
 * @param hazard standard exponential draw
 * @param base from `baseHazard`
 */
export const yearsToCancerDeath = (
  model: CancerModel,
  base: number,
  stage: number,
  age: number,
  hazard: number,
): number => {
  const reach = hazard / (base * (model.hazard[stage] ?? 1) * agePull(age));
  const left = 1 - reach * FIVE;
  return left <= 0 ? Number.POSITIVE_INFINITY : -Math.log(left) / FALL;
};
