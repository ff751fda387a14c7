import { expect, test } from 'vitest';
import { diseasesOf } from './tumours.ts';

const primary = (id: string) => ({ id, kind: 'PRIMARY', primary: null });
const metastasis = (id: string, of: string | null) => ({
  id,
  kind: 'SECONDARY',
  primary: of === null ? null : { id: of },
});

test('a metastasis stands under its primary; one of no known primary stands apart, last', () => {
  const tumours = [
    primary('rectum'),
    primary('breast'),
    metastasis('lung', 'rectum'),
    metastasis('bone', null),
    metastasis('liver', 'rectum'),
    metastasis('brain', 'somebody else'),
  ];
  const read = diseasesOf(tumours).map((d) => [d.primary?.id, d.metastases.map((m) => m.id)]);
  expect(read).toEqual([
    ['rectum', ['lung', 'liver']],
    ['breast', []],
    [undefined, ['bone', 'brain']],
  ]);
});
