import { expect, test } from 'vitest';
import { observationsOfMaf } from './maf.ts';

const heading =
  'Hugo_Symbol\tTumor_Sample_Barcode\tVariant_Classification\tHGVSc\tHGVSp_Short\tTranscript_ID\tt_depth\tt_ref_count\tt_alt_count\tMutation_Status\tPATIENT_ID';
const read = (text: string) => [...observationsOfMaf(text, (sample) => `of ${sample}`)];
const values = (resource: Record<string, unknown>) =>
  Object.fromEntries(
    (
      resource.component as { code: { coding: { code: string }[] }; [value: string]: unknown }[]
    ).map(({ code, ...value }) => [code.coding[0]?.code, Object.values(value)[0]]),
  );

test('a row is a variant of the patient, with its fraction, transcript, origin and specimen', () => {
  const [only] = read(
    `#version 2.4\n${heading}\nBRAF\tS-1\tMissense_Mutation\tc.1799T>A\tp.V600E\tENST00000288602\t100\t69\t31\tSomatic\tMRN-7\n`,
  );
  expect(only?.line).toBe(3);
  expect(only?.resource).toMatchObject({
    subject: { reference: 'Patient/MRN-7' },
    specimen: { reference: 'Specimen/S-1' },
    id: expect.stringMatching(/^maf-[0-9a-f]{48}$/),
  });
  expect(values(only?.resource ?? {})).toMatchObject({
    '48005-3': 'p.V600E',
    '48004-6': 'c.1799T>A',
    '51958-7': 'ENST00000288602',
    '81258-6': { value: 0.31 },
    '48002-0': { coding: [{ code: 'LA6684-0' }] },
  });
});

test('silent changes are left out; the sample stands for a patient who is not named; reads not counted give no fraction', () => {
  const rows = read(
    `${heading}\nEGFR\tS-2\tSilent\t\tp.T1=\t\t\t\t\t\t\nMET\tS-2\tSplice_Site\tc.3028+1G>A\t\t\t\t\t\tGermline\t`,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.resource).toMatchObject({ subject: { reference: 'Patient/of S-2' } });
  const found = values(rows[0]?.resource ?? {});
  expect(found).toMatchObject({ '48004-6': 'c.3028+1G>A', '81252-9': 'MET splice site' });
  expect(found).not.toHaveProperty('81258-6');
});

test.each([
  ['a\tb\n1\t2', 'no column Hugo_Symbol'],
  ['# nothing', 'no heading'],
  [`${heading}\n\tS-1`, 'Line 2 has no Hugo_Symbol'],
  [`${heading}\nBRAF\tS-1`, 'says no change'],
])('what is no MAF file is said', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
