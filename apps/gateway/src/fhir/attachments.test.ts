import { hash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@nodp/database/testing';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { everyone, identityKey, insertHospitals } from '../../../../tests/fixtures.ts';
import { patient } from '../../../../tests/intake/examples.ts';
import { createFhirEndpoint } from './endpoint.ts';
import { clinicalIntake } from './intake.ts';

interface Answer {
  readonly issue?: readonly { readonly expression?: readonly string[] }[];
}

test('long attachments are stored apart, sealed and once, and up to 50 MB', async () => {
  await using db = await testDatabase();
  await insertHospitals(db.ownerUrl);
  const endpoint = createFhirEndpoint({
    database: db.database,
    intake: clinicalIntake(identityKey),
    url: 'https://nodp.example',
    version: '1',
    exports: join(tmpdir(), 'no-exports'),
  });
  const post = async (path: string, content: object) => {
    const request = new Request(`https://nodp.example${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/fhir+json' },
      body: JSON.stringify(content),
    });
    const response = await endpoint(request, { principal: everyone.SYSTEM, requestId: 'r1' });
    return { status: response.status, body: (await response.json()) as Answer };
  };
  await post('/fhir', patient('at'));
  const content = randomBytes(3 * 2 ** 20);
  const attachment = (data: string) => ({ contentType: 'application/pdf', data });
  const report = (id: string, data: string) => ({
    resourceType: 'DiagnosticReport',
    id,
    status: 'final',
    code: { coding: [{ system: 'http://loinc.org', code: '11526-1' }] },
    subject: { reference: 'Patient/at' },
    effectiveDateTime: '2020-01-02',
    conclusion: '腺癌',
    presentedForm: [attachment(data)],
  });
  const document = {
    resourceType: 'DocumentReference',
    id: 'at-d',
    status: 'current',
    subject: { reference: 'Patient/at' },
    content: [{ attachment: attachment(content.toString('base64')) }],
  };
  const sent = report('at-r', content.toString('base64'));
  const status = async () => (await post('/fhir/DiagnosticReport', sent)).status;
  expect([await status(), await status()]).toEqual([201, 200]);
  expect((await post('/fhir/DocumentReference', document)).status).toBe(202);
  const owner = postgres(db.ownerUrl, { max: 1 });
  const stored = await owner`select id, bytes, sha256 from basic.attachment`;
  expect(stored.map((a) => [a.bytes, a.sha256])).toEqual([
    [content.length, hash('sha256', content)],
  ]);
  const parts = await owner`
    select attachment_id as id, content from basic.attachment_part order by part`;
  expect(new Set(parts.map((part) => part.id))).toEqual(new Set([stored[0]?.id]));
  const { cipher } = clinicalIntake(identityKey);
  expect(Buffer.concat(parts.map((part) => Buffer.from(cipher.open(part.content))))).toEqual(
    content,
  );
  const [largest] = await owner`
    select max(octet_length(content)) as payload, (select max(octet_length(content::text)) from basic.retained_resource) as retained
    from basic.payload`;
  expect(Math.max(largest?.payload, largest?.retained)).toBeLessThan(10_000);
  await owner.end();
  const tooLong = 'A'.repeat(68 * 2 ** 20);
  for (const [path, resource, at] of [
    ['DiagnosticReport', report('at-l', tooLong), 'DiagnosticReport.presentedForm[0].data'],
    [
      'DocumentReference',
      { ...document, id: 'at-e', content: [{ attachment: attachment(tooLong) }] },
      'DocumentReference.content[0].attachment.data',
    ],
  ] as const) {
    const refused = await post(`/fhir/${path}`, resource);
    expect([refused.status, refused.body.issue?.[0]?.expression]).toEqual([422, [at]]);
  }
});
