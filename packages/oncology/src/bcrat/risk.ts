import { GROUPS, type Group, type GroupConstants } from './constants.ts';

/** Biopsies, atypical hyperplasia and reproductive history as the model takes them; null where not known. */
export interface BreastHistory {
  readonly biopsies: number | null;
  readonly atypicalHyperplasia: boolean | null;
  readonly menarche: number | null;
  /** Age at the first live birth; `none` of who has not given birth. */
  readonly firstBirth: number | 'none' | null;
  readonly relatives: number | null;
}

const FIRST_AGE = 20;
const BAND = 5;
const FIFTY = 50;

const menarcheOf = (age: number | null): number =>
  age === null || age >= 14 ? 0 : age >= 12 ? 1 : 2;

const firstBirthOf = (age: BreastHistory['firstBirth']): number => {
  if (age === null) return 0;
  if (age === 'none') return 2;
  if (age < 20) return 0;
  return age < 25 ? 1 : age < 30 ? 2 : 3;
};

const HISPANIC: ReadonlySet<Group> = new Set(['hispanic-us', 'hispanic-foreign']);
/** Groups of whom two relatives count as one: too few had more. */
const ONE_RELATIVE: ReadonlySet<Group> = new Set([
  ...(['hispanic-us', 'hispanic-foreign', 'chinese', 'japanese', 'filipino'] as const),
  ...(['hawaiian', 'other-pacific', 'other-asian'] as const),
]);

/** Categories of the model, as each group's own study made them. */
const categoriesOf = (group: Group, history: BreastHistory) => {
  const hispanic = HISPANIC.has(group);
  const biopsies = Math.min(history.biopsies ?? 0, hispanic ? 1 : 2);
  const relatives = Math.min(history.relatives ?? 0, ONE_RELATIVE.has(group) ? 1 : 2);
  const menarche =
    group === 'hispanic-us' ? 0 : Math.min(menarcheOf(history.menarche), group === 'black' ? 1 : 2);
  const born = firstBirthOf(history.firstBirth);
  // Of Hispanic women 20 to 29 is one class and 30 and more the next; nobody born stays with the latter.
  const grouped = hispanic && history.firstBirth !== 'none' ? [0, 1, 1, 2][born] : born;
  return { biopsies, relatives, menarche, firstBirth: group === 'black' ? 0 : (grouped ?? 0) };
};

/** Relative risks against a woman without any of it, before 50 years and from 50 on. */
export const relativeRisks = (
  group: Group,
  history: BreastHistory,
): readonly [before50: number, from50: number] => {
  const { beta }: GroupConstants = GROUPS[group];
  const { biopsies, relatives, menarche, firstBirth } = categoriesOf(group, history);
  const hyperplasia =
    (history.biopsies ?? 0) === 0 || history.atypicalHyperplasia === null
      ? 1
      : history.atypicalHyperplasia
        ? 1.82
        : 0.93;
  const log =
    biopsies * beta[0] +
    menarche * beta[1] +
    firstBirth * beta[2] +
    relatives * beta[3] +
    firstBirth * relatives * beta[5] +
    Math.log(hyperplasia);
  return [Math.exp(log), Math.exp(log + biopsies * beta[4])];
};

/**
 * The probability of invasive breast cancer between two ages, death of other causes competing: in each year the hazards are constant.
 * Gail MH et al. J Natl Cancer Inst 1989;81:1879, formula 6.
 * @param from age in years, from 20
 * @param to to 90
 */
export const absoluteRisk = (
  group: Group,
  [before50, from50]: readonly [number, number],
  from: number,
  to: number,
): number => {
  const { incidence, otherDeaths, notAttributable }: GroupConstants = GROUPS[group];
  let [risk, hazard] = [0, 0];
  for (let age = Math.floor(from); age < to; age++) {
    const length = Math.min(age + 1, to) - Math.max(age, from);
    const band = Math.floor((age - FIRST_AGE) / BAND);
    const cancer =
      (incidence[band] as number) *
      (age < FIFTY ? notAttributable[0] * before50 : notAttributable[1] * from50);
    const both = cancer + (otherDeaths[band] as number);
    risk += (cancer / both) * Math.exp(-hazard) * (1 - Math.exp(-both * length));
    hazard += both * length;
  }
  return risk;
};
