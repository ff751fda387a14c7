import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ctSlice, dicomFile, type Elements, pixels } from '../../../../tests/dicom-files.ts';
import { everyone, hospitals, principal } from '../../../../tests/fixtures.ts';
import { hospitalOf, patientOf } from './testing/hospital.ts';
import { dicomSetting } from './testing.ts';

let at: Awaited<ReturnType<typeof dicomSetting>>;
const there = principal('CLINICIAN', hospitals.there);
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const study = '2.25.300';
const series = '2.25.300.1';
const placed: Elements = {
  '00200032': ['DS', '-100\\-50\\12.5'],
  '00200037': ['DS', '1\\0\\0\\0\\1\\0'],
  '00280030': ['DS', '0.661468\\0.661468'],
};

interface Answered {
  readonly id: string;
  readonly longMm: number | null;
  readonly shortMm: number | null;
  readonly areaMm2: number | null;
  readonly mean: number | null;
  readonly calibration: string;
  readonly centre: number[] | null;
  readonly report: string;
  readonly lesion: string | null;
  readonly by: string;
}

const post = (body: object, who = everyone.CLINICIAN, headers: object = { 'x-nodp-csrf': '1' }) =>
  at.ask(
    '/dicom-web/measurements',
    { method: 'POST', headers: { ...headers }, body: JSON.stringify(body) },
    who,
  );
const measure = async (more: object = {}) => {
  const response = await post({
    ...{ study, series, instance: `${series}.1`, frame: 1, kind: 'LENGTH' },
    points: [
      [1, 2],
      [13, 7],
    ],
    ...more,
  });
  return { status: response.status, body: (await response.json()) as Answered };
};
const listed = async () => {
  const response = await at.ask(`/dicom-web/measurements?study=${study}`);
  return ((await response.json()) as { measurements: Answered[] }).measurements;
};

/** The text that a judge from outside writes of a file; null where it is not installed. */
const judged = (program: string, file: Uint8Array): string | null => {
  const path = join(mkdtempSync(join(tmpdir(), 'sr-')), 'report.dcm');
  writeFileSync(path, file);
  try {
    return execFileSync('sh', ['-c', `${program} "${path}" 2>&1`], { encoding: 'utf8' });
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    return status === 127 ? null : stdout;
  }
};

beforeAll(async () => {
  at = await dicomSetting();
  await hospitalOf(at)(patientOf('m', 'MRN-M'));
  const slice = (number: number) =>
    dicomFile(ctSlice({ study, series, number, patient: 'MRN-M', more: placed }));
  expect((await at.stow([slice(1), slice(2)])).status).toBe(200);
});
afterAll(async () => {
  expect(at.failures).toEqual([]);
  await at.end();
});

describe('measurements on images', () => {
  test('a length is worked out from the file’s own spacing, with who, when and where', async () => {
    const { status, body } = await measure();
    expect(status).toBe(201);
    expect(body.longMm).toBeCloseTo(Math.hypot(12, 5) * 0.661468, 9);
    expect(body).toMatchObject({
      ...{ calibration: 'PATIENT', lesion: null, by: everyone.CLINICIAN.accountId },
      centre: [-100 + 6.5 * 0.661468, -50 + 4 * 0.661468, 12.5],
    });
    expect((await listed()).map(({ id }) => id)).toContain(body.id);
  });

  test('the report is an instance of the study, beside its images, and hides none of them', async () => {
    const { body } = await measure({ lesion: 'T1', organ: { code: '39607008', words: 'Lung' } });
    const instances = await at.find(`/dicom-web/studies/${study}/instances`);
    const found = instances.find((one) => one['00080018']?.Value?.[0] === body.report);
    expect(found?.['00080016']?.Value).toEqual(['1.2.840.10008.5.1.4.1.1.88.33']);
    expect(instances.filter((one) => one['00080060']?.Value?.[0] !== 'SR').length).toBeGreaterThan(
      1,
    );
    const report = await bytesOf(
      await at.ask(
        `/dicom-web/studies/${study}/series/${found?.['0020000E']?.Value?.[0]}/instances/${body.report}`,
        { headers: { accept: 'application/dicom' } },
      ),
    );
    const verdict = judged('dciodvfy', report);
    const dumped = judged('dsrdump', report);
    if (verdict === null || dumped === null)
      return console.warn(
        'dicom3tools or dcmtk is not installed: no judge from outside read the report.',
      );
    expect(verdict.split('\n').filter((line) => line.startsWith('Error'))).toEqual([]);
    expect(dumped).toMatch(/NUM:\(.*Length.*\)="8\.59\d*" \(mm/);
    expect(dumped).toContain('="T1"');
  });

  test('two axes, and a region with its mean', async () => {
    const points = [
      [8, 2],
      [8, 6],
      [3, 4],
      [13, 4],
    ];
    const two = await measure({ kind: 'BIDIRECTIONAL', points });
    expect(two.body.longMm).toBeCloseTo(6.61468, 9);
    expect(two.body.shortMm).toBeCloseTo(2.645872, 9);
    const region = await measure({ kind: 'ELLIPSE', points });
    expect(region.body.areaMm2).toBeCloseTo(Math.PI * 2 * 5 * 0.661468 ** 2, 6);
    // Symmetric about column 8, where the file's values are 200 + 100 × 7.5, less 1000.
    expect(region.body.mean).toBeCloseTo(-50, 6);
  });

  test('without a size of its pixels an image gives no length, and no lesion', async () => {
    const bare = dicomFile(ctSlice({ study, series: `${series}.9`, patient: 'MRN-M' }));
    await at.stow([bare]);
    const of = { series: `${series}.9`, instance: `${series}.9.1` };
    const { status, body } = await measure(of);
    expect(status).toBe(201);
    expect(body).toMatchObject({ longMm: null, calibration: 'NONE' });
    expect((await measure({ ...of, lesion: 'T1' })).status).toBe(422);
  });

  test('of a projection a length is at the detector, and no lesion’s', async () => {
    const detector: Elements = {
      '00080016': ['UI', '1.2.840.10008.5.1.4.1.1.1.1'],
      '00080060': ['CS', 'DX'],
      '00181164': ['DS', '0.5\\0.5'],
      '7FE00010': ['OW', pixels(16, 16, () => 5)],
    };
    await at.stow([
      dicomFile(ctSlice({ study, series: `${series}.8`, patient: 'MRN-M', more: detector })),
    ]);
    const of = { series: `${series}.8`, instance: `${series}.8.1` };
    expect((await measure(of)).body).toMatchObject({ longMm: 6.5, calibration: 'DETECTOR' });
    expect((await measure({ ...of, lesion: 'T1' })).status).toBe(422);
  });

  test('one that is withdrawn is gone, and its versions are retained', async () => {
    const { body } = await measure();
    expect((await post({ study, withdraw: body.id })).status).toBe(200);
    expect((await post({ study, withdraw: body.id })).status).toBe(200);
    expect((await listed()).map(({ id }) => id)).not.toContain(body.id);
    const versions = await at.owner`
      select change from imaging.image_measurement where measurement_id = ${body.id} order by entered_at`;
    expect(versions.map(({ change }) => change)).toEqual(['ENTERED', 'WITHDRAWN']);
  });

  test('who may not, and what cannot be, is refused', async () => {
    const body = { study, series, instance: `${series}.1`, frame: 1, kind: 'LENGTH' };
    const points = [
      [1, 2],
      [3, 4],
    ];
    const whole = { ...body, points };
    expect((await post(whole, there)).status).toBe(404);
    expect((await post(whole, everyone.FOLLOWUP_COORDINATOR)).status).toBe(403);
    expect((await post(whole, everyone.CLINICIAN, {})).status).toBe(400);
    expect((await post({ ...body, points: points.slice(1) })).status).toBe(400);
    expect((await post({ ...whole, frame: 2 })).status).toBe(400);
    expect(
      (
        await post({
          ...body,
          points: [
            [1, 2],
            [17, 4],
          ],
        })
      ).status,
    ).toBe(400);
    expect((await post({ ...whole, instance: '2.25.1' })).status).toBe(404);
    expect((await post({ ...whole, lesionId: 'no lesion' })).status).toBe(400);
    expect((await at.ask('/dicom-web/measurements?study=x')).status).toBe(400);
    expect((await at.ask(`/dicom-web/measurements?study=${study}`, {}, there)).status).toBe(404);
  });
});
