import { expect, test } from 'vitest';
import { answeredSince } from './metrics.ts';

test('what was answered is told once, by its median, its 95th percentile and its errors', () => {
  const answered = answeredSince();
  for (let i = 1; i <= 100; i++) answered.note('graphql', i <= 3 ? 503 : 200, i);
  answered.note('health', 503, 10_000);
  answered.note('assets', 200, 10_000);
  expect(answered.take()).toEqual({ requests: 100, errors: 3, p50: 51, p95: 96 });
  expect(answered.take()).toEqual({ requests: 0, errors: 0, p50: null, p95: null });
});

test('a refusal is no error of the platform', () => {
  const answered = answeredSince();
  for (const status of [400, 401, 403, 404, 413, 422, 429]) answered.note('fhir', status, 5);
  expect(answered.take()).toMatchObject({ requests: 7, errors: 0 });
});
