import type { Kind, Stored } from '@nodp/record';
import type { ClinicalRecords } from '../records/records.ts';
import { appointment, carePlan, encounter } from './care.ts';
import { costItem } from './costs.ts';
import type { Resource, ToResource } from './elements.ts';
import {
  comorbidity,
  imagingReport,
  imagingStudy,
  pathologyReport,
  specimen,
  tumour,
} from './findings.ts';
import { lesion } from './lesions.ts';
import {
  biomarker,
  diseaseStatus,
  genomicTest,
  observation,
  performance,
  stage,
  variant,
} from './observations.ts';
import { causeOfDeath, person } from './patient.ts';
import { screening } from './screening.ts';
import { treatment } from './treatments.ts';

/** How a record of each kind that the nation makes is written as FHIR; what refers to something comes after it. */
const written = {
  patient: person,
  tumour,
  stage,
  observation,
  performance,
  treatment,
  comorbidity,
  encounter,
  specimen,
  'pathology-report': pathologyReport,
  biomarker,
  variant,
  'genomic-test': genomicTest,
  'imaging-study': imagingStudy,
  'imaging-report': imagingReport,
  lesion,
  plan: carePlan,
  contact: appointment,
  'disease-status': diseaseStatus,
  screening,
  'cost-item': costItem,
  death: causeOfDeath,
} satisfies { readonly [K in Kind]?: ToResource<K> };

/** Kinds that a resource of another kind carries. */
const CARRIED: ReadonlySet<Kind> = new Set<Kind>(['radiotherapy-volume']);

export const isCarried = (kind: Kind): boolean => CARRIED.has(kind);

/** Kinds in the order in which their resources stand in a Bundle. */
export const WRITTEN_KINDS = Object.keys(written) as readonly Kind[];

/**
 * The resource a record would have been read from.
 * @throws {RangeError} for a kind that is not written as FHIR
 */
export const resourceOf = <K extends Kind>(
  { record }: Stored<K>,
  beside: ClinicalRecords,
): Resource => {
  const write = (written as { readonly [Of in Kind]?: ToResource<Of> })[record.kind as K];
  if (write === undefined) throw new RangeError(`no FHIR resource of kind ${record.kind}`);
  const subject = { reference: `Patient/${record.patient}` };
  return write(record, { id: record.source.id, subject }, beside);
};
