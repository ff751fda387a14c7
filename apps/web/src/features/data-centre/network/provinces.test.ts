import { expect, test } from 'vitest';
import { provincesOf, shareOfProvince } from './provinces.ts';
import type { NetworkInstitution } from './requests.ts';

const one = (
  regionCode: string,
  more: Partial<NetworkInstitution> = {},
  rhythm: Partial<NetworkInstitution['rhythm']> = {},
): NetworkInstitution => ({
  ...{ id: regionCode, code: 'H', nameEn: 'H', nameZh: 'H', tier: 'GENERAL', regionCode },
  ...{ received: 0, failed: 0, receivedBefore: 0, failedBefore: 0, held: 0, dated: 0, timely: 0 },
  silentSince: null,
  ...more,
  rhythm: { last: '2026-11-29', usual: 2, limit: 4, since: 1, silent: false, ...rhythm },
});

test('the institutions of a province are added up; shares are of what has them', () => {
  const [shanxi, hebei] = provincesOf([
    one('140000', { received: 60, held: 6, dated: 10, timely: 9 }),
    one('140000', { received: 40 }, { silent: true }),
    one('130000', {}, { last: null }),
  ]).toSorted((a, b) => b.institutions - a.institutions);
  expect(shanxi).toMatchObject({ institutions: 2, sending: 1, silent: 1, received: 100 });
  expect(shanxi && shareOfProvince(shanxi, 'sending')).toBe(0.5);
  expect(shanxi && shareOfProvince(shanxi, 'timely')).toBe(0.9);
  expect(shanxi && shareOfProvince(shanxi, 'held')).toBe(0.06);
  expect(hebei && shareOfProvince(hebei, 'sending')).toBe(0);
  expect(hebei && shareOfProvince(hebei, 'timely')).toBeNull();
  expect(hebei && shareOfProvince(hebei, 'held')).toBeNull();
});
