import type { ClinicalRows, ClinicalTable, PatientHistory } from '../records/rows.ts';
import type { Resource } from './elements.ts';
import { causeOfDeathResource, patientResource } from './patient.ts';
import { resourceOf } from './resources.ts';

export interface BundleEntry {
  readonly fullUrl: string;
  readonly resource: Resource;
  readonly request: { readonly method: 'PUT'; readonly url: string };
}

/** A FHIR R4 transaction of one hospital about one patient. */
export interface PatientBundle {
  readonly institutionId: string;
  readonly bundle: {
    readonly resourceType: 'Bundle';
    readonly type: 'transaction';
    readonly entry: readonly BundleEntry[];
  };
}

const entryOf = (resource: Resource): BundleEntry => ({
  fullUrl: `https://nation.invalid/fhir/${resource.resourceType}/${resource.id}`,
  resource,
  request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` },
});

/** What one hospital knows, table by table: what refers to something comes after it. */
const ORDER: readonly ClinicalTable[] = [
  'tumour',
  'stage',
  'observation',
  'performance',
  'treatment',
  'comorbidity',
  'encounter',
  'specimen',
  'pathologyReport',
  'biomarker',
  'study',
  'imagingReport',
  'plan',
  'contact',
  'diseaseStatus',
];

const resourcesOf = (rows: ClinicalRows, institutionId: string, subject: string): Resource[] =>
  ORDER.flatMap((table) =>
    rows[table]
      .filter((row) => row.institutionId === institutionId)
      .map((row) => resourceOf(table, row as never, subject)),
  );

/**
 * The patient as FHIR R4: one transaction Bundle for each hospital that knows the patient, the first one's
 * first. Resources keep their ids, so that a Bundle sent again changes nothing. The hospital whose
 * demographics stand in the patient's row comes last, as it did when the nation was told.
 */
export const bundlesOf = (history: PatientHistory): readonly PatientBundle[] =>
  history.identities.map((identity) => {
    const subject = `Patient/${identity.sourceId}`;
    const death = history.deathReport;
    const cause =
      death !== null && death.institutionId === identity.institutionId
        ? [causeOfDeathResource(history, death.sourceId, subject)]
        : [];
    const resources = [
      patientResource(history, identity),
      ...resourcesOf(history.rows, identity.institutionId, subject),
      ...cause,
    ];
    return {
      institutionId: identity.institutionId,
      bundle: { resourceType: 'Bundle', type: 'transaction', entry: resources.map(entryOf) },
    };
  });
