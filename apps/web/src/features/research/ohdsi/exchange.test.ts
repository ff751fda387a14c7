import { writeExpression } from '@nodp/circe';
import { toCirce } from '@nodp/circe/exchange';
import { expect, test } from 'vitest';
import { readCirce } from './exchange.ts';

test('what was written for ATLAS comes back as it went, wrapped or not', () => {
  const ours = { all: [{ site: ['lung'] }, { treatment: { drugs: ['osimertinib'] } }] };
  const circe = writeExpression(toCirce(ours as never).expression);
  expect(readCirce(circe)).toMatchObject({ definition: ours, notes: [], isEmpty: false });
  expect(readCirce(JSON.stringify({ id: 1, expression: circe }))).toMatchObject({
    definition: ours,
  });
});

test('what cannot be read is said, and what has no equivalent is named', () => {
  expect(readCirce('{')).toMatchObject({ fault: expect.any(String) });
  expect(readCirce('{"a": 1}')).toEqual({ fault: 'PrimaryCriteria' });
  const wrong = { PrimaryCriteria: { CriteriaList: [{ Diagnosis: {} }] } };
  expect(readCirce(JSON.stringify(wrong))).toMatchObject({
    fault: expect.stringContaining('Diagnosis'),
  });
  const device = { PrimaryCriteria: { CriteriaList: [{ DeviceExposure: {} }] } };
  const read = readCirce(JSON.stringify(device));
  expect(read).toMatchObject({ isEmpty: true });
  expect('notes' in read && read.notes.length).toBeGreaterThan(0);
});
