import { afterAll, beforeAll, expect } from 'vitest';
import { ctSlice, dicomFile } from '../../../../../tests/dicom-files.ts';
import { hospitals, principal } from '../../../../../tests/fixtures.ts';
import { dicomSetting, type JsonSet } from '../testing.ts';

export let at: Awaited<ReturnType<typeof dicomSetting>>;
export const slices = [1, 2, 3].map((number) => dicomFile(ctSlice({ number })));
export const study = '2.25.100';
export const series = `${study}.1`;
export const there = principal('CLINICIAN', hospitals.there);

export const sequence = (body: JsonSet, tag: string) => (body[tag]?.Value ?? []) as JsonSet[];
export const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

/** Sets up before the tests of the file that calls it, and ends after them. */
export const withArchive = (): void => {
  beforeAll(async () => {
    at = await dicomSetting({ charsets: { H1: 'gb18030' } });
    const { status } = await at.stow(slices);
    expect(status).toBe(200);
  });
  afterAll(async () => {
    expect(at.failures).toEqual([]);
    await at.end();
  });
};
