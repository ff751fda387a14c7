import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodedSamples } from '@nodp/subgraph-imaging/dicom';
import { expect, test } from 'vitest';
import { drawSlice, SLICES } from './draw-stack.ts';
import { type StackOf, stackFiles } from './write-stack.ts';

const stack: StackOf = {
  ...{ study: '2.25.7', series: '2.25.7.1', day: '20260301', time: '091500' },
  ...{ description: '胸部CT增强', patientNumber: 'MRN-1', patientName: '=王小东' },
  ...{ bornOn: '19600520', sex: 'M' },
  lesions: [{ organ: 'LUNG', place: 0, millimetres: 31.5 }],
};
const files = [...stackFiles(stack)];

test('a stack is some megabytes at most', () => {
  expect(files).toHaveLength(SLICES);
  expect(files.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(2.5 * 2 ** 20);
});

test('its pixels come out as they were drawn', async () => {
  for (const slice of [0, 12, 33]) {
    const samples = await decodedSamples(files[slice] ?? new Uint8Array());
    expect(samples).toEqual(drawSlice(slice, stack.lesions));
  }
});

test('a judge from outside finds no error in them', (context) => {
  const path = join(mkdtempSync(join(tmpdir(), 'stack-')), 'slice.dcm');
  writeFileSync(path, files[12] ?? '');
  let said: string;
  try {
    said = execFileSync('sh', ['-c', `dciodvfy "${path}" 2>&1`], { encoding: 'utf8' });
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    if (status === 127)
      return context.skip('dicom3tools is not installed: no judge from outside read the stack.');
    said = stdout;
  }
  expect(said.split('\n').filter((line) => line.startsWith('Error'))).toEqual([]);
});
