import type { Label } from '@nodp/graph';

/** What a data set says of itself. */
export interface AboutSet {
  /** Lower-case letters, digits and hyphens: `ci5xii-china`. */
  readonly id: string;
  readonly name: Label;
  /** Who made it. */
  readonly source: Label;
  /** As it is to be cited. */
  readonly citation: string;
  readonly licence: string;
  /** Whether the registries published these figures; others are suppressed below the minimum cell. */
  readonly published: boolean;
}

/** Calendar years, both included. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** A registry of a data set. */
export interface RegistryArea {
  readonly code: string;
  readonly name: Label;
  /** GB/T 2260 of the division at province level; null where it is not known. */
  readonly province: string | null;
  /** GB/T 2260 codes of what it covers, and of what inside of those it does not. */
  readonly covers: readonly string[];
  readonly without: readonly string[];
  readonly years: Years;
}

export type CountKind = 'CASES' | 'DEATHS';

/** 0 female, 1 male: as in `registration/sexes.ts`. */
export type SexCode = 0 | 1;

/** Ages 0–4, 5–9, … 80–84, 85 and more. */
export const AGES = 18;

/** The site of a count of every cancer. */
export const ALL_SITES = 'all';

/** New cases, or deaths, of a registry in a period, by 18 ages and unknown age. */
export interface CountSeries {
  readonly kind: CountKind;
  readonly area: string;
  readonly years: Years;
  readonly sex: SexCode;
  /** Site group, a part of one (`colorectum.colon`), or `all`. */
  readonly site: string;
  /** 19 numbers. */
  readonly ages: Float64Array;
}

/** Person-years of a registry in a period, by 18 ages. */
export interface LivedSeries {
  readonly area: string;
  readonly years: Years;
  readonly sex: SexCode;
  /** 18 numbers. */
  readonly ages: Float64Array;
}

/** Aggregates of population-based registries. */
export interface RegistryDataSet {
  readonly about: AboutSet;
  readonly areas: readonly RegistryArea[];
  readonly counts: readonly CountSeries[];
  readonly lived: readonly LivedSeries[];
}

/** Mortality of a sex in a region and some years. */
export interface LifeTableSeries {
  /** GB/T 2260, six digits; null for the nation. */
  readonly region: string | null;
  readonly sex: SexCode;
  readonly years: Years;
  /** Month in which the rates begin to hold: 1, or 7 for periods from mid-year to mid-year. */
  readonly firstMonth: number;
  /** Completed years at which each rate begins to hold, ascending from 0. */
  readonly ages: readonly number[];
  /** Deaths per person-year from each age on. */
  readonly mortality: readonly number[];
}

/** Life tables of one source. */
export interface LifeTableDataSet {
  readonly about: AboutSet;
  readonly series: readonly LifeTableSeries[];
}
