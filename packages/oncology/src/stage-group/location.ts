import { parseTopography } from '@nodp/terminology';
import type { StagedTumour } from './staged-tumour.ts';

/**
 * Where in the oesophagus a code of ICD-O-3 is: cervical and upper third, middle third, lower third and abdominal. The thoracic
 * part, an overlapping lesion and the oesophagus alone say no third. Source: AJCC Cancer Staging Manual, 8th edition, chapter 16.
 */
const THIRDS: Readonly<Record<string, string>> = {
  '0': 'U',
  '2': 'L',
  '3': 'U',
  '4': 'M',
  '5': 'L',
};

/** A tumour with the location that its topography says, where none was given. */
export const withLocation = (given: StagedTumour): StagedTumour => {
  if (given.topography === null || (given.factors.location ?? '') !== '') return given;
  const read = parseTopography(given.topography);
  const location = read?.site === 'C15' ? THIRDS[read.subsite ?? ''] : undefined;
  return location === undefined ? given : { ...given, factors: { ...given.factors, location } };
};
