import { type Coded, coded } from '@nodp/graph';
import { labelOf } from '@nodp/terminology/lookup';
import { modalityLabel } from './studies/modalities.ts';

/** A code as sent, read in both languages where the terminology knows it. */
export const codedTerm = (
  system: string | null,
  code: string | null,
  display: string | null,
): Coded => coded(system, code, display, labelOf(system, code));

/** As `codedTerm`, null where neither a code nor words were sent. */
export const codedOrNull = (
  system: string | null,
  code: string | null,
  display: string | null,
): Coded | null => (code === null && display === null ? null : codedTerm(system, code, display));

const dicom = 'http://dicom.nema.org/resources/ontology/DCM';

/** A DICOM modality code: CT, MR, PT, ... */
export const modalityTerm = (code: string): Coded => coded(dicom, code, null, modalityLabel(code));
