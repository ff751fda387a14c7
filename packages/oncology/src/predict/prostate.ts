import { alive, deathsOfFirst, YEARS } from './years.ts';

/** Raised whenever the same input gives another answer. */
export const PREDICT_PROSTATE_VERSION = 1;

export interface ProstateTumour {
  readonly age: number;
  /** ng/mL. */
  readonly psa: number;
  readonly t: 1 | 2 | 3 | 4;
  readonly gradeGroup: 1 | 2 | 3 | 4 | 5;
  readonly comorbidity: boolean;
  /** Biopsy cores involved in per cent; null where not known. */
  readonly cores: number | null;
}

export type ProstateTreatment = 'conservative' | 'radical' | 'hormone';

const T = { 1: 0, 2: 0.1614922, 3: 0.39767881, 4: 0.6330977 } as const;
const GRADE = { 1: 0, 2: 0.2791641, 3: 0.5464889, 4: 0.7411321, 5: 1.367963 } as const;
const TREATMENT = { conservative: 0, radical: -0.6837094, hormone: 0.9084921 } as const;

/** What the model counts where the cores are not known. */
const CORES_UNKNOWN = 41.9415;

/** Indices of death from prostate cancer and from another cause. */
const indices = (tumour: ProstateTumour, treatment: ProstateTreatment) => ({
  prostate:
    0.0026005 * ((tumour.age / 10) ** 3 - 341.155151) +
    0.185959 * (Math.log((tumour.psa + 1) / 100) + 1.636423432) +
    T[tumour.t] +
    GRADE[tumour.gradeGroup] +
    TREATMENT[treatment] +
    1.890134 * (Math.sqrt(((tumour.cores ?? CORES_UNKNOWN) + 0.1811159) / 100) - 0.649019),
  other: 0.1226666 * (tumour.age - 69.87427439) + (tumour.comorbidity ? 0.6382002 : 0),
});

const risk = (index: number, constant: number, log: number, cubic: number) =>
  YEARS.map((year) => {
    const days = 365 * year;
    return (
      1 - Math.exp(-Math.exp(index) * Math.exp(constant + log * Math.log(days) + cubic * days ** 3))
    );
  });

/** Of 100 men, who live and who died of what at the end of years 1 to 15. */
export const outcomes = (tumour: ProstateTumour, treatment: ProstateTreatment) => {
  const index = indices(tumour, treatment);
  const prostate = risk(index.prostate, -16.40532, 1.653947, 1.89e-12);
  const other = risk(index.other, -12.4841, 1.32274, 2.9e-12);
  const survival = alive(prostate, other);
  const ofProstate = deathsOfFirst(prostate, other);
  return {
    index,
    survival,
    ofProstate,
    ofOther: survival.map((alivePerCent, at) => 100 - alivePerCent - (ofProstate[at] ?? 0)),
  };
};
