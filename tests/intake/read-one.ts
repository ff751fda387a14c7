import { type Reading, readSubmission, structureCheck } from '@nodp/intake';
import type { ClinicalRecord, Kind, RecordOf } from '@nodp/record';
import { intake } from './setting.ts';

/** Reads one resource of Patient/p as it would be read from a hospital. */
export const readOne = async (resource: object): Promise<Reading> => {
  const about =
    (resource as { resourceType?: string }).resourceType === 'Patient'
      ? {}
      : { subject: { reference: 'Patient/p' } };
  const { entries, issues } = await readSubmission(
    { id: 'x', ...about, ...resource },
    await structureCheck(),
    intake,
  );
  return entries[0]?.reading ?? { outcome: 'refused', issues };
};

/** The record of a kind that a resource is read as. */
export const recordOf = async <K extends Kind>(kind: K, resource: object): Promise<RecordOf<K>> => {
  const reading = await readOne(resource);
  const found =
    reading.outcome === 'read'
      ? reading.records.find((r): r is RecordOf<K> => r.kind === kind)
      : undefined;
  if (found === undefined) throw new Error(`Read as ${JSON.stringify(reading)}`);
  return found;
};

export const recordsOf = async (resource: object): Promise<readonly ClinicalRecord[]> => {
  const reading = await readOne(resource);
  return reading.outcome === 'read' ? reading.records : [];
};

export const loinc = (code: string, display?: string) => ({
  coding: [{ system: 'http://loinc.org', code, ...(display ? { display } : {}) }],
});
export const snomed = (code: string, display?: string) => ({
  coding: [{ system: 'http://snomed.info/sct', code, ...(display ? { display } : {}) }],
});
