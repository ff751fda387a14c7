import type { ClinicalContents, ClinicalTable, Row } from '../records/rows.ts';
import { appointment, carePlan, encounter } from './care.ts';
import type { Resource, ToResource } from './elements.ts';
import {
  comorbidity,
  imagingReport,
  imagingStudy,
  pathologyReport,
  specimen,
  tumour,
} from './findings.ts';
import { biomarker, diseaseStatus, observation, performance, stage } from './observations.ts';
import { treatment } from './treatments.ts';

const byTable: { readonly [T in ClinicalTable]: ToResource<T> } = {
  tumour,
  stage,
  observation,
  performance,
  treatment,
  comorbidity,
  encounter,
  specimen,
  pathologyReport,
  biomarker,
  study: imagingStudy,
  imagingReport,
  plan: carePlan,
  contact: appointment,
  diseaseStatus,
};

/** The resource a row would have been read from. */
export const resourceOf = <T extends ClinicalTable>(
  table: T,
  row: Row<ClinicalContents[T]>,
  subject: string,
): Resource => byTable[table](row, { id: row.sourceId, subject: { reference: subject } });
