import type { SiteGroupId } from '@nodp/terminology';
import type { Weighted } from '../random/weighted.ts';
import type { Day } from '../time/days.ts';

/** Something by broad stage: I, II, III, IV. */
export type ByStage<T> = readonly [T, T, T, T];

/** Categories without prefix: T2a, N0, M0. */
export type Tnm = readonly [t: string, n: string, m: string];

/** How a cancer is found at diagnosis. */
export interface StageOption {
  /** Of systems that are not made of categories; what T, N and M make is for the stage tables to say. */
  readonly group: string | null;
  readonly categories: Tnm | null;
  /** What the chapter asks for besides, by the stage tables' names. */
  readonly factors: Readonly<Record<string, string>>;
  /** Whether only the clinician or only the pathologist says it so. */
  readonly saidBy: 'c' | 'p' | null;
}

export interface Staging {
  readonly system: 'AJCC' | 'Ann Arbor' | 'ISS';
  /** How often each broad stage is found at diagnosis. */
  readonly share: ByStage<number>;
  readonly options: ByStage<Weighted<StageOption> | null>;
  /** Odds of stages III and IV, men against women, where they differ from those of all cancers. */
  readonly lateOddsOfMen: number | null;
}

/** A tumour marker that follows the mass of the disease. */
export interface MarkerUse {
  /** Key in the laboratory's list of analytes. */
  readonly analyte: string;
  /** How many of the tumours shed it. */
  readonly shedding: number;
  /** Median at diagnosis among those, in the analyte's unit. */
  readonly median: ByStage<number>;
}

/** A test of the tumour tissue. */
export interface BiomarkerUse {
  /** Key in the list of biomarkers. */
  readonly biomarker: string;
  /** How many of the fitting tumours are tested. */
  readonly tested: number;
  /** How many of those are positive; for amounts, how the amount is spread. */
  readonly positive: number;
  /** Only tumours of these morphologies, by their first digits; all where absent. */
  readonly morphologies?: readonly string[];
}

export interface Operation {
  /** ICD-9-CM volume 3. */
  readonly code: string;
  readonly zh: string;
}

/** Drugs given together, by the nation's key of each. */
export interface Regimen {
  readonly drugs: readonly string[];
  /** From when it is given: the last of its drugs was approved, or it became usual; null: always. */
  readonly since: Day | null;
  /** How long it is given, in days. */
  readonly days: number;
  /** A biomarker that has to be positive (or, with `-`, negative). */
  readonly needs: readonly string[];
  /** Only these morphologies, by their first digits; with `!`, none of these. */
  readonly morphology: string | null;
}

export interface Care {
  readonly surgery: ByStage<number>;
  /** Operations of each stage: who can be helped through an endoscope is found early. */
  readonly operations: ByStage<Weighted<Operation>>;
  readonly radiotherapy: ByStage<number>;
  /** Total dose in Gy and fractions of a course meant to cure. */
  readonly dose: readonly [gray: number, fractions: number];
  /** Treatment before an operation. */
  readonly neoadjuvant: ByStage<number>;
  readonly neoadjuvantRegimens: readonly Regimen[];
  /** Whether the tumour is irradiated with it before the operation. */
  readonly neoadjuvantBeam: boolean;
  /** Systemic treatment after an operation. */
  readonly adjuvant: ByStage<number>;
  readonly adjuvantRegimens: readonly Regimen[];
  /** What is given for years after all that, where it suits the tumour. */
  readonly prolonged: readonly Regimen[];
  /** Systemic treatment without an operation, line by line: the regimens of a line in order of choice. */
  readonly systemic: ByStage<number>;
  readonly lines: readonly (readonly Regimen[])[];
}

export interface ImagingUse {
  readonly modality: string;
  readonly zh: string;
  /** SNOMED CT body structure. */
  readonly bodySite: readonly [code: string, zh: string];
  readonly series: readonly string[];
  readonly images: number;
}

/** One kind of cancer as the nation has it. Shares without a source are ours: plausible, not published. */
export interface CancerModel {
  readonly id: string;
  readonly group: SiteGroupId;
  /** Cancer codes of Cancer Incidence in Five Continents vol. XII. */
  readonly ci5: readonly number[];
  readonly zh: string;
  readonly topography: Weighted<string>;
  readonly morphology: Weighted<string>;
  readonly paired: boolean;
  readonly grades: Weighted<string> | null;
  readonly staging: Staging | null;
  /** 5-year relative survival of all stages together, per cent. */
  readonly survival: number;
  /** Excess hazard by stage, against stage I. */
  readonly hazard: ByStage<number>;
  readonly markers: readonly MarkerUse[];
  readonly biomarkers: readonly BiomarkerUse[];
  readonly care: Care;
  /** ICD-10 of where it spreads to. */
  readonly metastases: Weighted<string>;
  readonly imaging: readonly ImagingUse[];
}
