import { type Coded, coded } from '@nodp/graph';
import { modalityLabel } from './studies/modalities.ts';

const dicom = 'http://dicom.nema.org/resources/ontology/DCM';

/** A DICOM modality code: CT, MR, PT, ... */
export const modalityTerm = (code: string): Coded => coded(dicom, code, null, modalityLabel(code));
