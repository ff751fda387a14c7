import { expect } from 'vitest';
import { everyone, identityKey } from '../../../../../tests/fixtures.ts';
import { bundle, patient } from '../../../../../tests/intake/examples.ts';
import { clinicalIntake, createFhirEndpoint } from '../../fhir/index.ts';
import type { dicomSetting } from '../testing.ts';

const ID_TYPE = 'http://terminology.hl7.org/CodeSystem/v2-0203';

/** A patient whom the hospital knows by a record number. */
export const patientOf = (id: string, value: string, birthDate = '1960-05-20') =>
  patient(id, {
    birthDate,
    identifier: [
      {
        system: 'https://h1.example/mrn',
        value,
        type: { coding: [{ system: ID_TYPE, code: 'MR' }] },
      },
    ],
  });

/** Sends records by FHIR beside the images. */
export const hospitalOf = (at: Awaited<ReturnType<typeof dicomSetting>>) => {
  const fhir = createFhirEndpoint({
    database: at.db.database,
    intake: clinicalIntake(identityKey),
    url: 'https://nodp.example',
    version: '1',
    exports: at.folder,
  });
  return async (...resources: Parameters<typeof bundle>[1][]) => {
    const response = await fhir(
      new Request('https://nodp.example/fhir', {
        method: 'POST',
        headers: { 'content-type': 'application/fhir+json' },
        body: JSON.stringify(bundle('transaction', ...resources)),
      }),
      { principal: everyone.SYSTEM, requestId: 'r1' },
    );
    expect([response.status, response.status === 200 ? '' : await response.text()]).toEqual([
      200,
      '',
    ]);
  };
};
