import type { Kind, Stored } from '@nodp/record';
import type { PatientHistory } from '../records/records.ts';
import type { Resource } from './elements.ts';
import { isCarried, resourceOf, WRITTEN_KINDS } from './resources.ts';

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

/** Everything one hospital wrote down of the patient. */
const storedBy = (history: PatientHistory, institutionId: string): readonly Stored<Kind>[] => {
  const { people, deaths, records } = history;
  const byKind: { readonly [K in Kind]?: readonly Stored<Kind>[] } = {
    ...records,
    patient: people,
    death: deaths,
  };
  const kinds = new Set([...WRITTEN_KINDS, ...(Object.keys(byKind) as Kind[])]);
  return [...kinds]
    .flatMap((kind) => (isCarried(kind) ? [] : (byKind[kind] ?? [])))
    .filter((stored) => stored.institutionId === institutionId);
};

/**
 * The patient as FHIR R4: one transaction Bundle for each hospital that knows the patient, the first one's
 * first. Resources keep their ids, so that a Bundle sent again changes nothing. The hospital whose
 * demographics stand in the patient's row comes last, as it did when the nation was told.
 */
export const bundlesOf = (history: PatientHistory): readonly PatientBundle[] =>
  history.people.map(({ institutionId }) => ({
    institutionId,
    bundle: {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: storedBy(history, institutionId).map((stored) =>
        entryOf(resourceOf(stored, history.records)),
      ),
    },
  }));
