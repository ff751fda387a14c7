import type { Label } from '@nodp/terminology';
import type { CohortDefinition } from '../definition.ts';

export const STUDY_ENDPOINTS = [
  'OVERALL',
  'CANCER_SPECIFIC',
  'RECURRENCE_FREE',
  'NEXT_TREATMENT',
] as const;
export const STUDY_COVARIATES = [
  'AGE_GROUP',
  'SEX',
  'STAGE',
  'SITE_GROUP',
  'DIAGNOSIS_PERIOD',
] as const;
/** Analyses of which a study has figures. */
export const STUDY_FIGURES = ['BASELINE', 'ENDPOINT', 'COX', 'WEIGHTED', 'COURSES'] as const;
export type StudyFigure = (typeof STUDY_FIGURES)[number];

export const STUDY_FIGURE_LABELS: Readonly<Record<StudyFigure, Label>> = {
  BASELINE: { en: 'Baseline table', zh: '基线特征表' },
  ENDPOINT: { en: 'Time to an endpoint', zh: '至终点事件的时间' },
  COX: { en: 'Cox regression', zh: 'Cox回归' },
  WEIGHTED: { en: 'Inverse-probability weighting', zh: '逆概率加权' },
  COURSES: { en: 'Courses of systemic treatment', zh: '全身治疗路径' },
};

/** How time is counted in a figure, and what it is adjusted for. */
export interface StudyDesign {
  readonly endpoint: (typeof STUDY_ENDPOINTS)[number];
  /** How far curves go, 12 to 240. */
  readonly months: number;
  /** Months after time zero from which time counts, 1 to 120; null without one. */
  readonly landmark: number | null;
  readonly delayedEntry: boolean;
  readonly covariates: readonly (typeof STUDY_COVARIATES)[number][];
}

export type StudyBlock =
  | { readonly kind: 'TEXT'; readonly text: string }
  | { readonly kind: 'FIGURE'; readonly figure: StudyFigure; readonly design: StudyDesign };

export interface StudyCohort {
  readonly name: string;
  readonly definition: CohortDefinition;
}

/** A study as a document: cohorts by their definitions, then texts and figures in order. No person and no count is in it. */
export interface StudyContent {
  readonly cohorts: readonly StudyCohort[];
  readonly blocks: readonly StudyBlock[];
}

export const MOST_STUDY_COHORTS = 6;
export const MOST_STUDY_BLOCKS = 40;
export const LONGEST_STUDY_TEXT = 20_000;
