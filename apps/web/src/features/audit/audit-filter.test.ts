import { expect, test } from 'vitest';
import { auditFilterOf, exportAddress } from './audit-filter.ts';

test('an address is what the graph is asked for, and what the file is asked for', () => {
  const filter = auditFilterOf({
    account: 'dr-li',
    patient: 'pat_x',
    action: 'READ,SIGN_IN,LOOK',
    from: '2026-03-05',
    to: '2026-03-01',
  });
  expect(filter).toEqual({
    account: 'dr-li',
    patient: 'pat_x',
    actions: ['READ', 'SIGN_IN'],
    fromDay: '2026-03-01',
    toDay: '2026-03-05',
  });
  expect(exportAddress(filter)).toBe(
    '/audit/events.csv?account=dr-li&patient=pat_x&action=READ%2CSIGN_IN&from=2026-03-01&to=2026-03-05',
  );
});

test('an address without conditions asks for everything', () => {
  expect(auditFilterOf({ from: 'yesterday', action: 'LOOK' })).toEqual({});
  expect(exportAddress({})).toBe('/audit/events.csv');
});
