import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { date, text } from 'drizzle-orm/pg-core';
import { patients } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const tumour = patients.table(
  'tumour',
  {
    ...clinicalColumns(),
    kind: text('kind', { enum: ['PRIMARY', 'SECONDARY'] }).notNull(),
    siteGroup: text('site_group'),
    /** ICD-O-3, e.g. C34.1. */
    topography: text('topography'),
    /** ICD-O-3 with behaviour, e.g. 8140/3. */
    morphology: text('morphology'),
    /** The histology in the sender's words, where no code of the terminology says it. */
    histologySent: text('histology_sent'),
    icd10: text('icd10'),
    grade: text('grade'),
    laterality: text('laterality'),
    /** IARC basis of diagnosis, e.g. 7 for histology of the primary. */
    basisOfDiagnosis: text('basis_of_diagnosis'),
    diagnosedOn: day('diagnosed_on'),
    diagnosedPrecision: precision('diagnosed_precision'),
    clinicalStatus: text('clinical_status'),
    sentSystem: text('sent_system'),
    sentCode: text('sent_code'),
    sentDisplay: text('sent_display'),
    /** Of the primary that it is a metastasis or recurrence of, by the same institution. */
    relatedSourceId: text('related_source_id'),
    /** How the cancer came to be found; null where nobody said. */
    modeOfDetection: text('mode_of_detection'),
  },
  (t) => clinicalKeys('tumour', t),
);
