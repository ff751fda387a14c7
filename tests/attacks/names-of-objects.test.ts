/**
 * Codes, texts and references that are named like what every object of JavaScript has, in every place of every example
 * of the readers: a table that is asked for `__proto__` answers with an object of its own, which ended a submission.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fhir } from '@nodp/intake';
import { expect, test } from 'vitest';
import { clinicalIntake } from '../../apps/gateway/src/fhir/intake.ts';
import { identityKey } from '../fixtures.ts';

const intake = clinicalIntake(identityKey);
const root = join(import.meta.dirname, '../..');
const files = globSync(
  ['packages/intake/src/**/examples/**/*.json', 'subgraphs/*/src/kinds/*/examples/**/*.json'],
  { cwd: root },
);
type Given = { readonly resourceType?: string };
const about = { subject: { reference: 'Patient/p' } };

/** An example as one submission. */
const sent = (given: Given | readonly Given[]): string => {
  const all = Array.isArray(given) ? given : [given];
  const [only] = all as [Given];
  if (only.resourceType === 'Bundle') return JSON.stringify(only);
  const entry = all.map((resource: Given) => ({ resource: { ...about, ...resource } }));
  return JSON.stringify({ resourceType: 'Bundle', type: 'batch', entry });
};

/** The submission with each of its texts in turn replaced; what kind of resource it is stays. */
function* replaced(json: string, other: string): Generator<string> {
  const places: number[] = [];
  let count = 0;
  JSON.parse(json, (key, value) => {
    if (typeof value === 'string' && key !== 'resourceType') places.push(count);
    count++;
    return value;
  });
  for (const place of places) {
    let at = 0;
    yield JSON.stringify(JSON.parse(json, (_, value) => (at++ === place ? other : value)));
  }
}

test.each(['__proto__', 'constructor'])('%s is read as any other text', async (other) => {
  let tried = 0;
  for (const file of files)
    for (const { given } of JSON.parse(readFileSync(join(root, file), 'utf8')) as {
      given: Given;
    }[])
      for (const json of replaced(sent(given), other)) {
        const read = fhir(intake)(new TextEncoder().encode(json), async () => {});
        await expect(read, json).resolves.toBeDefined();
        tried++;
      }
  expect(tried).toBeGreaterThan(1_000);
});
