import { expect, test } from 'vitest';
import { diseasesOf, primariesIn } from './tumours.ts';

const primary = (id: string, reports: readonly string[] = [id]) => ({
  id,
  kind: 'PRIMARY',
  primary: null,
  reports: reports.map((one) => ({ id: one })),
});
const metastasis = (id: string, of: string | null) => ({
  id,
  kind: 'SECONDARY',
  primary: of === null ? null : { id: of },
  reports: [{ id }],
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

test('a primary that two hospitals report stands once, with the metastases of either report', () => {
  const both = ['cervix here', 'cervix there'];
  const tumours = [
    primary('cervix here', both),
    primary('breast'),
    primary('cervix there', both),
    metastasis('lung', 'cervix there'),
  ];
  const ids = primariesIn(tumours).map(({ primary: { id }, others }) => [
    id,
    others.map((other) => other.id),
  ]);
  expect(ids).toEqual([
    ['cervix here', ['cervix there']],
    ['breast', []],
  ]);
  expect(diseasesOf(tumours)[0]?.metastases.map(({ id }) => id)).toEqual(['lung']);
});
