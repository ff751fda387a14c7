import { upsertInto } from '@nodp/database';
import type { TestDatabase } from '@nodp/database/testing';
import { encodeId } from '@nodp/graph';
import { principalOf } from '@nodp/graph/testing';
import postgres from 'postgres';
import { biomarker, genomicTest, pathologyReport, specimen, variant } from '../tables.ts';

export const here = '01900000-0000-7000-8000-000000000001';
export const submission = '01900000-0000-7000-8000-00000000000f';
export const patients = [1, 2, 3].map((n) => `01900000-0000-7000-8000-0000000000a${n}`);
export const [anna = '', bo = '', chen = ''] = patients;
const loinc = 'http://loinc.org';

const nothing = {
  typeSystem: null,
  typeCode: null,
  typeDisplay: null,
  bodySiteSystem: null,
  bodySiteCode: null,
  bodySiteDisplay: null,
  collectedPrecision: null,
} as const;
const tissue = (patientId: string, sourceId: string, content: object) => ({
  patientId,
  sourceType: 'Specimen',
  sourceId,
  content: { ...nothing, typeDisplay: 'Tissue', ...content },
});

/**
 * What `here` sent of three patients; what shall not be seen elsewhere says SECRET.
 * @returns the ids of specimens in the graph, by `patient source-id`
 */
export const sendSpecimens = async (db: TestDatabase): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>();
  const system = principalOf('SYSTEM', here);
  const owner = postgres(db.ownerUrl, { max: 1 });
  for (const patientId of patients) {
    await owner`insert into basic.care_relationship (institution_id, patient_id) values (${here}, ${patientId})`;
  }
  await db.database.session(system, async (session) => {
    await upsertInto(specimen).write(session, submission, [
      tissue(anna, 'block', {
        accession: 'SECRET-1',
        collectedOn: '2024-03-14',
        collectedPrecision: 'day',
        status: 'available',
      }),
      tissue(anna, 'slide-1', {
        accession: 'SECRET-2',
        collectedOn: '2024-03-15',
        collectedPrecision: 'month',
        parentSourceId: 'block',
      }),
      tissue(anna, 'slide-2', {
        accession: 'SECRET-3',
        parentSourceId: 'block',
        bodySiteDisplay: 'Left lung',
      }),
      tissue(bo, 'block', { accession: 'SECRET-4' }),
      tissue(chen, 'slide-9', { accession: 'SECRET-5', parentSourceId: 'never sent' }),
    ]);
    await upsertInto(pathologyReport).write(session, submission, [
      {
        patientId: anna,
        sourceType: 'DiagnosticReport',
        sourceId: 'r1',
        content: {
          display: 'Surgical pathology',
          status: 'final',
          reportedOn: '2024-03-20',
          reportedPrecision: 'day',
          conclusion: 'SECRET adenocarcinoma',
        },
      },
      {
        patientId: anna,
        sourceType: 'DiagnosticReport',
        sourceId: 'r2',
        content: {
          display: 'Frozen section',
          status: 'preliminary',
          reportedOn: '2024-03-14',
          reportedPrecision: 'day',
        },
      },
      {
        patientId: anna,
        sourceType: 'DiagnosticReport',
        sourceId: 'r3',
        content: { display: 'Undated', status: 'final' },
      },
    ]);
    await upsertInto(biomarker).write(session, submission, [
      {
        patientId: anna,
        sourceType: 'Observation',
        sourceId: 'ki67',
        content: {
          display: 'SECRET Ki-67',
          value: 30,
          unit: '%',
          testedOn: '2024-03-20',
          testedPrecision: 'day',
        },
      },
      {
        patientId: anna,
        sourceType: 'Observation',
        sourceId: 'egfr',
        content: {
          system: loinc,
          code: '0000-0',
          display: 'EGFR',
          resultDisplay: 'Exon 19 deletion',
          finding: 'positive',
          testedOn: '2024-04-01',
          testedPrecision: 'year',
        },
      },
    ]);
  });
  await db.database.session(system, async (session) => {
    await upsertInto(variant).write(session, submission, [
      {
        patientId: anna,
        sourceType: 'Observation',
        sourceId: 'l858r',
        content: {
          system: 'http://www.genenames.org/geneId',
          code: 'HGNC:3236',
          display: 'EGFR',
          variantKind: 'substitution',
          presence: 'present',
          protein: 'p.Leu858Arg',
          coding: 'NM_005228.5:c.2573T>G',
          transcript: 'NM_005228.5',
          alleleFraction: 0.23,
          origin: 'somatic',
          specimenSourceId: 'block',
          testedOn: '2024-03-20',
          testedPrecision: 'day',
          methodDisplay: 'SECRET NGS',
        },
      },
    ]);
    await upsertInto(genomicTest).write(session, submission, [
      {
        patientId: anna,
        sourceType: 'Observation',
        sourceId: 'panel',
        content: { display: 'SECRET panel', genes: ['ALK', 'EGFR'] },
      },
    ]);
  });
  for (const row of await owner`select patient_id, id, source_id from specimens.specimen`) {
    ids.set(`${row.patient_id} ${row.source_id}`, encodeId('Specimen', row.patient_id, row.id));
  }
  await owner.end();
  return ids;
};
