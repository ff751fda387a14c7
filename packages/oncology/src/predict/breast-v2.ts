import { alive, risks, running, YEARS, yearly } from './years.ts';

/** Raised whenever the same input gives another answer. */
export const PREDICT_BREAST_2_VERSION = 1;

/** Null: not known, and counted as the model counts what is not known. */
export interface BreastTumour {
  readonly age: number;
  readonly sizeMm: number;
  readonly nodes: number;
  readonly er: boolean;
  readonly screenDetected: boolean | null;
  readonly grade: number | null;
  readonly her2: boolean | null;
  readonly ki67: boolean | null;
}

/** Log hazard ratios of a treatment; in years 11 to 15 of endocrine therapy that is continued another. */
export interface Treatments {
  readonly hormone: boolean;
  readonly chemotherapy: 0 | 2 | 3;
  readonly trastuzumab: boolean;
  readonly bisphosphonate: boolean;
}

/** What the model counts where screening or grade is not known: the mean of its population. */
const SCREEN_UNKNOWN = 0.204;
const GRADE_UNKNOWN = 2.13;

export const screenOf = (screenDetected: boolean | null): number =>
  screenDetected === null ? SCREEN_UNKNOWN : Number(screenDetected);

export const gradeOf = (grade: number | null): number => grade ?? GRADE_UNKNOWN;

/** Chemotherapy of the second and third generation. */
export const CHEMOTHERAPY = { 0: 0, 2: -0.248, 3: -0.446 } as const;
export const HORMONE = -0.3857;
export const TRASTUZUMAB = -0.3567;
export const BISPHOSPHONATE = -0.198;

/** The prognostic index of death from breast cancer. */
export const prognosticIndex = (tumour: BreastTumour): number => {
  const { age, sizeMm, nodes, er, her2, ki67 } = tumour;
  const a = age / 10;
  const receptor = her2 === null ? 0 : her2 ? 0.2413 : -0.0762;
  if (er)
    return (
      34.53642 * (a ** -2 - 0.0287449295) -
      34.20342 * (a ** -2 * Math.log(a) - 0.0510121013) +
      0.7530729 * (Math.log(sizeMm / 100) + 1.545233938) +
      0.7060723 * (Math.log((nodes + 1) / 10) + 1.387566896) +
      0.746655 * gradeOf(tumour.grade) -
      0.22763366 * screenOf(tumour.screenDetected) +
      receptor +
      (ki67 === null ? 0 : ki67 ? 0.14904 : -0.11333)
    );
  return (
    0.0089827 * (age - 56.3254902) +
    2.093446 * (Math.sqrt(sizeMm / 100) - 0.5090456276) +
    0.6260541 * (Math.log((nodes + 1) / 10) + 1.086916249) +
    1.129091 * (tumour.grade === 2 || tumour.grade === 3 ? 1 : 0) +
    receptor
  );
};

/** The prognostic index of death from another cause. */
export const otherIndex = (age: number): number => 0.0698252 * ((age / 10) ** 2 - 34.23391957);

const otherHazard = (year: number): number =>
  Math.exp(-6.052919 + 1.079863 * Math.log(year) + 0.3255321 * Math.sqrt(year));

const breastHazard = (er: boolean, year: number): number =>
  er
    ? Math.exp(
        0.7424402 - 7.527762 / Math.sqrt(year) - (1.812513 * Math.log(year)) / Math.sqrt(year),
      )
    : Math.exp(-1.156036 + 0.4707332 / year ** 2 - 3.51355 / year);

/** What a treatment changes in the log hazard. */
const effect = (tumour: BreastTumour, treatments: Treatments): number =>
  CHEMOTHERAPY[treatments.chemotherapy] +
  (treatments.hormone && tumour.er ? HORMONE : 0) +
  (treatments.trastuzumab && tumour.her2 === true ? TRASTUZUMAB : 0) +
  (treatments.bisphosphonate ? BISPHOSPHONATE : 0);

/** Of 100 women, how many live at the end of years 1 to 15. */
export const survivalV2 = (tumour: BreastTumour, treatments: Treatments): number[] => {
  const log = prognosticIndex(tumour) + effect(tumour, treatments);
  const breast = running(
    yearly(YEARS.map((year) => breastHazard(tumour.er, year))).map(
      (hazard) => hazard * Math.exp(log),
    ),
  );
  const other = YEARS.map((year) => Math.exp(otherIndex(tumour.age)) * otherHazard(year));
  return alive(risks(breast), risks(other));
};
