/** Which cases a table is of; all where left out. */
export interface CaseFilter {
  /** Site groups, e.g. `colorectum`, and parts of them, e.g. `colorectum.colon`. */
  readonly siteGroups?: readonly string[] | undefined;
  /** Of residence, GB/T 2260. */
  readonly provinces?: readonly string[] | undefined;
  readonly sex?: 'FEMALE' | 'MALE' | undefined;
  /** Years of diagnosis, inclusive. */
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
}

/** Sexes of a table, in order: FEMALE, MALE, any other or not known. */
export const TABLE_SEXES = 3;
/** Five-year age groups 0–4 to 85 and more, then not known. */
export const TABLE_AGES = 19;
export const AGE_UNKNOWN = TABLE_AGES - 1;
/** Counts of a value of a breakdown, `[sex][age]`. */
export const CELLS = TABLE_SEXES * TABLE_AGES;
/** Days a survival table by site goes to; persons seen longer are in its last place. */
export const FIVE_YEARS = 1827;

/** How a diagnosis was made (IARC), so that its shares can be told. */
export const BASES = ['MICROSCOPIC', 'DEATH_CERTIFICATE', 'OTHER', 'UNKNOWN'] as const;
/** Why a case has no time of survival. */
export const UNTIMED = [
  'DEATH_CERTIFICATE_ONLY',
  'NO_DATE_OF_DIAGNOSIS',
  'DIAGNOSIS_KNOWN_TO_YEAR',
  'NO_FOLLOW_UP',
  'ENDS_BEFORE_DIAGNOSIS',
] as const;
/** Whether a stage at diagnosis is known. */
export const STAGING = ['STAGED', 'UNSTAGED'] as const;
/** What is counted of cases beside sex and age. */
export const MARKS = [...BASES, ...UNTIMED, ...STAGING, 'DEATH_PLACED'] as const;
export type Mark = (typeof MARKS)[number];

/** Counts, with the sums of the disclosure keys of those counted. */
export interface Tally {
  readonly counts: Uint32Array;
  readonly keys: Uint32Array;
}

export const newTally = (length: number): Tally => ({
  counts: new Uint32Array(length),
  keys: new Uint32Array(length),
});

/**
 * Counts by sex and age of each of the parts that a filter chose freely: several sites, provinces or years are as many
 * parts; one of them, or all, is one. `[part][sex][age]`, flat.
 */
export interface Cells extends Tally {
  readonly parts: number;
}

/** Cases by one property, sex and age. */
export interface Breakdown<Value extends string | number> extends Cells {
  /** Not known first. */
  readonly values: readonly (Value | null)[];
  /** `[value][part][sex][age]`, flat. */
  readonly counts: Uint32Array;
}

/** Cases by the day after diagnosis on which they were last seen. */
export interface SurvivalCounts {
  readonly deaths: Uint32Array;
  readonly censored: Uint32Array;
  /** Cases without known time of follow-up. */
  readonly untimed: number;
}

/** Counts by sex and age. Each breakdown leaves the filter of its own property aside. */
export interface CellTables {
  /** Of the cases that pass the whole filter. */
  readonly total: Cells;
  /** Leaving sex aside. */
  readonly bySex: Cells;
  readonly byProvince: Breakdown<string>;
  readonly bySite: Breakdown<string>;
}

/**
 * Malignant cases of a release, counted: exact, not to be shown before they passed disclosure control.
 * Each breakdown leaves the filter of its own property aside, so that what was not chosen can be compared.
 */
export interface Tabulation extends CellTables {
  readonly byYear: Breakdown<number>;
  /** `[year][part][stage]`, flat, leaving years aside; both not known first. */
  readonly byStage: Tally & {
    readonly years: readonly (number | null)[];
    readonly stages: readonly (string | null)[];
    readonly parts: number;
  };
  /** `[part][mark]`, flat, of the cases that pass the whole filter. */
  readonly marks: Tally & { readonly parts: number };
  /** `[site][part][mark]`, flat, by site as in `bySite`. */
  readonly marksBySite: Tally & { readonly parts: number };
  /** Of the cases that pass the whole filter, by day. */
  readonly survival: SurvivalCounts;
  /** By site as in `bySite`, to five years; not known first. */
  readonly survivalBySite: readonly SurvivalCounts[];
}
