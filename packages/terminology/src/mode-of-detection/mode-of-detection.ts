import { type Label, terms } from '../label.ts';
import { own } from '../lookup/own.ts';

/** How a cancer came to be found; nobody said it where there is none. */
export type ModeOfDetection = 'SCREENING' | 'INCIDENTAL' | 'SYMPTOMS';

/** The platform's address of the code system, since neither FHIR nor NAACCR has an item for it. */
export const MODE_OF_DETECTION_SYSTEM = 'urn:nodp:mode-of-detection';

/** The order is that in which reports that disagree are believed: a test of screening is known, symptoms are often assumed. */
export const MODES_OF_DETECTION = terms([
  ['SCREENING', 'Screening', '筛查发现'],
  ['INCIDENTAL', 'Incidental finding', '偶然发现'],
  ['SYMPTOMS', 'Symptoms', '因症状就诊发现'],
]);

/** Words and codes that senders write. */
const WRITTEN: Readonly<Record<string, ModeOfDetection>> = {
  screening: 'SCREENING',
  'screen-detected': 'SCREENING',
  筛查: 'SCREENING',
  筛查发现: 'SCREENING',
  incidental: 'INCIDENTAL',
  偶然: 'INCIDENTAL',
  偶然发现: 'INCIDENTAL',
  体检发现: 'INCIDENTAL',
  symptoms: 'SYMPTOMS',
  symptomatic: 'SYMPTOMS',
  clinical: 'SYMPTOMS',
  症状: 'SYMPTOMS',
  因症就诊: 'SYMPTOMS',
  因症状就诊发现: 'SYMPTOMS',
};

/** A mode of detection as it was written; null where it is none, or not known. */
export const modeOfDetection = (written: string): ModeOfDetection | null =>
  own(WRITTEN, written.trim().toLowerCase().replaceAll('_', '-')) ?? null;

const CODES: ReadonlyMap<string, Label> = new Map(
  [...MODES_OF_DETECTION].map(([code, { label }]) => [code, label]),
);

export const modeOfDetectionLabel = (code: string): Label | null => CODES.get(code) ?? null;
