import {
  BISPHOSPHONATE,
  type BreastTumour,
  CHEMOTHERAPY,
  gradeOf,
  HORMONE,
  screenOf,
  TRASTUZUMAB,
  type Treatments,
} from './breast-v2.ts';
import { alive, risks, running, YEARS, yearly } from './years.ts';

/** Raised whenever the same input gives another answer. */
export const PREDICT_BREAST_3_VERSION = 1;

export interface BreastTumourV3 extends BreastTumour {
  readonly pr: boolean | null;
  readonly smoker: boolean;
  /** Mean dose to the heart in Gy. */
  readonly heartGy: number;
}

export interface TreatmentsV3 extends Treatments {
  /** Whether the breast is irradiated, or the column is one of radiotherapy: the heart's dose is counted with it. */
  readonly radiotherapy: boolean;
  readonly heart: boolean;
  /** Endocrine therapy continued in years 11 to 15. */
  readonly extendedHormone: boolean;
}

/** Coefficients of the fitted model: WintonCentre/predict-v30-r, `coefficients_v3.csv` (2025). */
const ER_POSITIVE = {
  age1: 0.1958986203588129,
  age2: 2.929125051895787,
  size: 2.27417420673498,
  nodes: 0.6724828209061207,
  grade: 0.7050339629739382,
  screen: -0.32039363353015476,
  year: -0.048251370712776756,
} as const;
const ER_NEGATIVE = {
  age1: 1.7560679383953317,
  age2: 4.555274634880487,
  size: 0.7443277265210039,
  nodes: 0.6308590364310884,
  grade: 0.3462287839000938,
  screen: -0.2110969326598672,
  year: -0.045504610416172736,
} as const;
const OTHER = {
  age1: 4.211443507724736,
  age2: -31.41202815365277,
  year: -0.021186462111818898,
} as const;

/** HER2 changes the hazard of an ER-positive cancer less with each year. */
const HER2_POSITIVE = [
  0.608, 0.532, 0.457, 0.382, 0.307, 0.231, 0.156, 0.081, 0.006, 0, 0, 0, 0, 0, 0,
];
const HER2_NEGATIVE = [
  -0.053, -0.046, -0.04, -0.033, -0.027, -0.02, -0.014, -0.007, 0, 0, 0, 0, 0, 0, 0,
];

/** The model's calendar year, fixed. */
const YEAR = 2017 - 2000;
const RADIOTHERAPY = Math.log(0.82);
const HEART_PER_GY = Math.log(1.02);
const CHEMOTHERAPY_OTHER = Math.log(1.2);
const EXTENDED_HORMONE = -0.301;

/** Smoking doubles the quarter of other deaths that it causes; a tenth of the population smokes. */
const SMOKER = 0.25 * 2 + 0.75;
const SMOKING_MEAN = 1 - 0.1 + SMOKER * 0.1;

const her2Effect = ({ er, her2 }: BreastTumour, index: number): number => {
  if (her2 === null) return 0;
  if (!er) return her2 ? 0.2316 : -0.08589;
  return (her2 ? HER2_POSITIVE : HER2_NEGATIVE)[index] ?? 0;
};

const prEffect = ({ er, pr }: BreastTumourV3): number => {
  if (pr === null) return 0;
  return er ? (pr ? -0.0619 : 0.2624) : pr ? -0.2231 : 0.0296;
};

/** The prognostic index of death from breast cancer, for each of years 1 to 15. */
export const prognosticIndexV3 = (tumour: BreastTumourV3): number[] => {
  const a = (tumour.age - 24) / 100;
  const c = tumour.er ? ER_POSITIVE : ER_NEGATIVE;
  const ki67 = !tumour.er || tumour.ki67 === null ? 0 : tumour.ki67 ? 0.14904 : -0.11333;
  const fixed =
    c.age1 * (tumour.er ? a ** -0.5 : a) +
    c.age2 * (tumour.er ? a ** 2 : a * Math.log(a)) +
    c.size * (tumour.er ? 1 - Math.exp(-tumour.sizeMm / 20) : Math.log(tumour.sizeMm)) +
    c.nodes * Math.log(tumour.nodes + 1) +
    c.grade * gradeOf(tumour.grade) +
    c.screen * screenOf(tumour.screenDetected) +
    c.year * YEAR +
    ki67 +
    prEffect(tumour) +
    (tumour.er ? 0.7 : 0.55);
  return YEARS.map((_, index) => fixed + her2Effect(tumour, index));
};

/** The prognostic index of death from another cause, without treatment. */
export const otherIndexV3 = ({ age, smoker }: BreastTumourV3): number => {
  const a = (age - 24) / 100;
  return (
    OTHER.age1 * a ** 3 +
    OTHER.age2 * a ** 3 * Math.log(a) +
    OTHER.year * YEAR -
    0.062 +
    Math.log((smoker ? SMOKER : 1) / SMOKING_MEAN)
  );
};

const otherHazard = (year: number): number =>
  Math.exp(
    -4.845654758283992 +
      1.341348310005262 * Math.log(year / 10) +
      0.49539394353046057 * (year / 10),
  );

const breastHazard = (er: boolean, year: number): number => {
  const t = year / 10;
  return er
    ? Math.exp(
        -2.3193510039281637 -
          3.622538332641392 * t ** -0.5 -
          0.542240944493945 * t ** -0.5 * Math.log(t),
      )
    : Math.exp(
        -3.0153139765165835 - 0.5755380524044251 / t - (0.1028439317178058 * Math.log(t)) / t,
      );
};

/** What treatment changes in the log hazard of death from breast cancer, in one year. */
const effect = (tumour: BreastTumour, treatments: TreatmentsV3, year: number): number =>
  (treatments.radiotherapy ? RADIOTHERAPY : 0) +
  CHEMOTHERAPY[treatments.chemotherapy] +
  (treatments.hormone && tumour.er
    ? HORMONE + (treatments.extendedHormone && year > 10 ? EXTENDED_HORMONE : 0)
    : 0) +
  (treatments.trastuzumab && tumour.her2 === true ? TRASTUZUMAB : 0) +
  (treatments.bisphosphonate ? BISPHOSPHONATE : 0);

/** Of 100 women, how many live at the end of years 1 to 15. */
export const survivalV3 = (tumour: BreastTumourV3, treatments: TreatmentsV3): number[] => {
  const index = prognosticIndexV3(tumour);
  const breast = yearly(YEARS.map((year) => breastHazard(tumour.er, year))).map(
    (hazard, at) => hazard * Math.exp((index[at] ?? 0) + effect(tumour, treatments, at + 1)),
  );
  const other =
    otherIndexV3(tumour) +
    (treatments.heart ? HEART_PER_GY * tumour.heartGy : 0) +
    (treatments.chemotherapy === 0 ? 0 : CHEMOTHERAPY_OTHER);
  return alive(
    risks(running(breast)),
    risks(YEARS.map((year) => otherHazard(year) * Math.exp(other))),
  );
};
