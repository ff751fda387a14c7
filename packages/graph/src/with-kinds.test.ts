import { expect, test } from 'vitest';
import { withKinds } from './with-kinds.ts';

const sex = () => 'FEMALE';
const own = { Patient: { sex }, Query: {} };
const kind = (resolvers: Record<string, object>) => ({ graph: async () => ({ resolvers }) });

test('a kind brings its type and its field of Patient', async () => {
  const [stays, what] = [() => [], () => 'visit'];
  const all = await withKinds(own, {
    encounter: kind({ Patient: { stays }, Encounter: { what } }),
    death: { graph: null },
  });
  expect(all).toEqual({ Patient: { sex, stays }, Query: {}, Encounter: { what } });
  expect(own).toEqual({ Patient: { sex }, Query: {} });
});

test('a field that is resolved twice is refused', async () => {
  await expect(withKinds(own, { encounter: kind({ Patient: { sex } }) })).rejects.toThrow(
    'Patient.sex is resolved twice, once by the kind “encounter”',
  );
});
