import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { examineAlone, readSubmission, structureCheck } from '@nodp/intake';
import type { Issue } from '@nodp/record';
import { beforeAll, describe, expect, test } from 'vitest';
import { clinicalIntake } from '../../apps/gateway/src/fhir/index.ts';
import { identityKey } from '../fixtures.ts';

/**
 * Examples of reading stand as data beside the readers: given as a hospital sends it, read as canonical
 * records. A resource or Bundle is sent alone, several resources
 * in one batch whose fullUrls are `urn:uuid:<id>`.
 */
interface Example {
  readonly name: string;
  readonly given: Sent | readonly Sent[];
  /** The records read from all that was given, in order; what is not named is not compared. */
  readonly read?: readonly object[];
  /** A part of the reason why the last resource was retained and not read. */
  readonly retained?: string;
  /** Why something was refused, in order; `message` is a part of it. */
  readonly refused?: readonly Said[];
  /** What was read with a doubt, in order; an empty list says that there was none. */
  readonly warnings?: readonly Said[];
}
type Sent = { readonly resourceType: string; readonly id?: string; readonly subject?: object };
type Said = { readonly code?: string; readonly where?: string; readonly message?: string };

const intake = clinicalIntake(identityKey);

const root = resolve(import.meta.dirname, '../..');
const files = globSync(
  ['packages/intake/src/**/examples/**/*.json', 'subgraphs/*/src/kinds/*/examples/**/*.json'],
  { cwd: root },
).sort();

/** What an example leaves out; null takes a default away. */
const withDefaults = (given: Sent): Sent => {
  const about = /^(Patient|Appointment|Medication)$/.test(given.resourceType)
    ? {}
    : { subject: { reference: 'Patient/p' } };
  return JSON.parse(JSON.stringify({ id: 'x', ...about, ...given }, (_, v) => v ?? undefined));
};

const submissionOf = (given: Example['given']): object => {
  if (!Array.isArray(given)) {
    const one = given as Sent;
    return one.resourceType === 'Bundle' ? one : withDefaults(one);
  }
  return {
    resourceType: 'Bundle',
    type: 'batch',
    entry: given.map((one: Sent) => {
      const resource = withDefaults(one);
      return {
        ...(resource.id === undefined ? {} : { fullUrl: `urn:uuid:${resource.id}` }),
        resource,
        request: { method: 'POST', url: resource.resourceType },
      };
    }),
  };
};

const said = ({ code, where, message }: Issue): Required<Said> => ({ code, where, message });
const expected = ({ message, ...more }: Said): object =>
  message === undefined ? more : { ...more, message: expect.stringContaining(message) };

let check: Awaited<ReturnType<typeof structureCheck>>;
beforeAll(async () => {
  check = await structureCheck();
});

test('every kind of record that is read has examples', () => {
  const readers = globSync('subgraphs/*/src/kinds/*/fhir.ts', { cwd: root });
  const without = readers
    .map((reader) => dirname(reader))
    .filter((kind) => !files.some((file) => file.startsWith(`${kind}/`)));
  expect(readers.length).toBeGreaterThan(15);
  expect(without).toEqual([]);
});

describe.each(files.map((file) => [relative('.', file)]))('%s', (file) => {
  const examples = JSON.parse(readFileSync(join(root, file), 'utf8')) as Example[];
  test.each(examples.map((example) => [example.name, example] as const))(
    '%s',
    async (_, example) => {
      const { units, issues } = await readSubmission(
        submissionOf(example.given),
        check,
        intake.fhir,
      );
      const readings = examineAlone(units, '2026-11-29').map((unit) => unit.reading);
      const refused = [
        ...issues,
        ...readings.flatMap((r) => (r.outcome === 'refused' ? r.issues : [])),
      ];
      const records = readings.flatMap((r) => (r.outcome === 'read' ? r.records : []));
      const reasons = example.refused ?? [];
      // Of a structure that is not FHIR R4 there may be more to say than the example looks at.
      expect(refused.slice(0, reasons.length || undefined).map(said)).toMatchObject(
        reasons.map(expected),
      );
      if (example.read !== undefined) expect(records).toMatchObject(example.read);
      if (example.warnings !== undefined) {
        const warnings = readings.flatMap((r) => (r.outcome === 'read' ? r.warnings : []));
        expect(warnings.map(said)).toMatchObject(example.warnings.map(expected));
      }
      if (example.retained !== undefined) {
        expect(readings.at(-1)).toMatchObject({
          outcome: 'retained',
          reason: expect.stringContaining(example.retained),
        });
      }
    },
  );
});
