import type { DiagnosticReport } from '@medplum/fhirtypes';
import { expect, test } from 'vitest';
import { structureCheck } from './structure.ts';

const report = (data: string): DiagnosticReport => ({
  resourceType: 'DiagnosticReport',
  status: 'final',
  code: { text: 'Pathology' },
  presentedForm: [{ contentType: 'application/pdf', data }],
});

test('an attachment longer than FHIR lets a string be is taken, up to 50 MB', async () => {
  const check = await structureCheck();
  const issues = (data: string) => check(report(data), 'DiagnosticReport');
  expect(issues('A'.repeat(3 * 2 ** 20))).toEqual([]);
  expect(issues(`${'A'.repeat(2 * 2 ** 20)}!`)).toMatchObject([{ severity: 'error' }]);
  expect(issues('A'.repeat(70 * 2 ** 20))).toMatchObject([
    { code: 'too-long', where: 'DiagnosticReport.presentedForm[0].data' },
  ]);
});

test('a long text that is no attachment is refused', async () => {
  const check = await structureCheck();
  const sent = { ...report('AAAA'), conclusion: 'x'.repeat(2 * 2 ** 20) };
  expect(check(sent, 'DiagnosticReport')).toMatchObject([{ severity: 'error' }]);
});
