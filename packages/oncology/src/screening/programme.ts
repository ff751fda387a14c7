import type { Label } from '@nodp/terminology';
import type { Mark } from '../registry/rule.ts';

/** Where something is from, and whether it was read there; of what has no source it is said that none was found. */
export interface Sourced {
  /** Author, journal, year, or document and edition; null where no text was found. */
  readonly source: string | null;
  /** The year or day of the text. */
  readonly dated: string | null;
  readonly mark: Mark;
}

/** What follows a result. */
export type FollowUp =
  /** The test again after so many months. */
  | { readonly kind: 'recall'; readonly months: number }
  /** Work-up for a diagnosis, now. */
  | { readonly kind: 'work-up' }
  /** The test is repeated, since it says nothing. */
  | { readonly kind: 'repeat' };

/** Whether a result is a negative one: a cancer found before the next test is due is an interval cancer. */
export type Meaning = 'negative' | 'positive' | 'inconclusive';

/** A result of the scale. */
export interface ResultOfScale {
  /** As the scale writes it: `4A`, `positive`. */
  readonly code: string;
  readonly label: Label;
  readonly meaning: Meaning;
  /** Null where no source was found for what follows. */
  readonly next: FollowUp | null;
}

/** A test and the scale its results are told by. */
interface ScreeningTest extends Sourced {
  readonly id: string;
  readonly title: Label;
  /** `Lung-RADS`, `BI-RADS`, `FIT` … */
  readonly scale: string;
  readonly results: readonly ResultOfScale[];
}

/** Who is eligible. */
interface Eligibility extends Sourced {
  readonly title: Label;
  /** Ages, both inclusive; null where no source was found. */
  readonly ages: { readonly from: number; readonly to: number | null } | null;
  readonly sex: 'FEMALE' | 'MALE' | null;
  /** Rules of the board that decide or weigh it. */
  readonly rules: readonly string[];
  /** What the text asks beside age and sex, in words; what was not found, where nothing was. */
  readonly says: Label;
}

/** Each has the name of the site group whose cancers it looks for. */
export const PROGRAMME_IDS = [
  'lung',
  'breast',
  'colorectum',
  'liver',
  'stomach',
  'oesophagus',
  'cervix',
] as const;
export type ProgrammeId = (typeof PROGRAMME_IDS)[number];

export const isProgramme = (name: string): name is ProgrammeId =>
  (PROGRAMME_IDS as readonly string[]).includes(name);

/** A screening programme as data: who, by which test, and what follows each result. */
export interface ScreeningProgramme {
  readonly id: ProgrammeId;
  /** Another one whenever the same person or result is answered otherwise. */
  readonly version: number;
  readonly title: Label;
  readonly eligibility: Eligibility;
  readonly tests: readonly ScreeningTest[];
}
