import { gunzipSync } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { ctSlice, dicomFile, pixels } from '../../../../../tests/dicom-files.ts';
import { hospitals } from '../../../../../tests/fixtures.ts';
import type { JsonSet } from '../testing.ts';
import { at, bytesOf, series, slices, study, there } from './archive.ts';

export const wadoCases = () =>
  describe('WADO-RS', () => {
    const instance = `/dicom-web/studies/${study}/series/${series}/instances/${series}.2`;

    test('an instance is given as it was received', async () => {
      const single = await at.ask(instance, { headers: { accept: 'application/dicom' } });
      expect((await bytesOf(single)).equals(slices[1] ?? Buffer.alloc(0))).toBe(true);
      const many = await at.ask(`/dicom-web/studies/${study}`, {
        headers: { accept: 'multipart/related; type="application/dicom"; transfer-syntax=*' },
      });
      const body = await bytesOf(many);
      for (const slice of slices) expect(body.includes(slice)).toBe(true);
      const boundary = /boundary=(\S+)/.exec(many.headers.get('content-type') ?? '')?.[1] ?? 'none';
      expect(body.toString('latin1').split(`--${boundary}`)).toHaveLength(5);
    });

    test('a transfer syntax that is not stored is not made', async () => {
      const { status } = await at.ask(instance, {
        headers: {
          accept:
            'multipart/related; type="application/dicom"; transfer-syntax=1.2.840.10008.1.2.4.80',
        },
      });
      expect(status).toBe(406);
    });

    test('metadata of a series come compressed, of a study and an instance too', async () => {
      const accept = { accept: 'application/dicom+json', 'accept-encoding': 'gzip' };
      const packed = await at.ask(`/dicom-web/studies/${study}/series/${series}/metadata`, {
        headers: accept,
      });
      expect(packed.headers.get('content-encoding')).toBe('gzip');
      const all = JSON.parse(gunzipSync(await bytesOf(packed)).toString()) as JsonSet[];
      expect(all.map((one) => one['00200013']?.Value?.[0])).toEqual([1, 2, 3]);
      expect(all[0]?.['7FE00010']).toEqual({
        vr: 'OW',
        BulkDataURI: `https://nodp.example/dicom-web/studies/${study}/series/${series}/instances/${series}.1/bulkdata/7FE00010`,
      });
      expect(all[0]?.['00100010']?.Value).toEqual([
        { Alphabetic: 'Wang^XiaoDong', Ideographic: '王^小东' },
      ]);
      const whole = await at.find(`/dicom-web/studies/${study}/metadata`);
      expect(whole).toEqual(all);
      expect(await at.find(`${instance}/metadata`)).toEqual([all[1]]);
      // What comes later is in it.
      await at.stow([dicomFile(ctSlice({ number: 4 }))]);
      expect(await at.find(`/dicom-web/studies/${study}/series/${series}/metadata`)).toHaveLength(
        4,
      );
    });

    test('bulk data and frames are the bytes of the file', async () => {
      const value = Buffer.from(pixels(16, 16, (_, column) => 200 + column * 100));
      const bulk = await bytesOf(await at.ask(`${instance}/bulkdata/7FE00010`));
      expect(bulk.includes(value)).toBe(true);
      const frame = await at.ask(`${instance}/frames/1`, {
        headers: { accept: 'multipart/related; type="application/octet-stream"' },
      });
      expect(frame.headers.get('content-type')).toMatch(/type="application\/octet-stream"/);
      expect((await bytesOf(frame)).includes(value)).toBe(true);
      expect((await at.ask(`${instance}/frames/2`)).status).toBe(404);
    });

    test('a frame is rendered through a window and into a viewport', async () => {
      const png = async (query: string) => {
        const response = await at.ask(`${instance}/rendered${query}`, {
          headers: { accept: 'image/png' },
        });
        expect(response.headers.get('content-type')).toBe('image/png');
        const { width, height, data } = PNG.sync.read(await bytesOf(response));
        return { width, height, line: Array.from({ length: width }, (_, i) => data[i * 4]) };
      };
      // Values are −800, −700 … 700; PS3.3 C.11.2.1.2 with the file's window 40/400.
      const linear = (center: number, width: number) =>
        Array.from({ length: 16 }, (_, column) => {
          const share = (-800 + column * 100 - (center - 0.5)) / (width - 1) + 0.5;
          return Math.round(Math.min(1, Math.max(0, share)) * 255);
        });
      expect(await png('')).toEqual({ width: 16, height: 16, line: linear(40, 400) });
      expect((await png('?window=-600,1500,linear')).line).toEqual(linear(-600, 1500));
      expect(await png('?viewport=8,8')).toMatchObject({ width: 8, height: 8 });
      expect((await png('?viewport=32,32,8,0,8,8&window=0,2000,linear')).line.at(-1)).toBe(
        linear(0, 2000)[15],
      );
      const thumbnail = await at.ask(`/dicom-web/studies/${study}/series/${series}/thumbnail`);
      expect(thumbnail.headers.get('content-type')).toBe('image/jpeg');
      expect((await bytesOf(thumbnail)).subarray(0, 2).toString('hex')).toBe('ffd8');
      const etag = thumbnail.headers.get('etag') ?? '';
      const again = await at.ask(`/dicom-web/studies/${study}/series/${series}/thumbnail`, {
        headers: { 'if-none-match': etag },
      });
      expect(again.status).toBe(304);
      expect((await at.ask(`${instance}/rendered?window=1`)).status).toBe(400);
      expect((await at.ask(`${instance}/rendered?viewport=99999,1`)).status).toBe(400);
    });

    test('another institution reads none of it', async () => {
      for (const path of [
        '',
        '/metadata',
        '/rendered',
        '/thumbnail',
        '/frames/1',
        '/bulkdata/7FE00010',
      ])
        expect([path, (await at.ask(`${instance}${path}`, {}, there)).status]).toEqual([path, 404]);
    });

    test('an institution that cares for the patient as well reads the study', async () => {
      const patient = '01900000-0000-7000-8000-0000000000f1';
      await at.stow([dicomFile(ctSlice({ study: '2.25.106', series: '2.25.106.1' }))]);
      await at.owner`update imaging.dicom_study set patient_id = ${patient} where study_uid = '2.25.106'`;
      expect((await at.ask('/dicom-web/studies/2.25.106', {}, there)).status).toBe(404);
      await at.owner`insert into basic.care_relationship (institution_id, patient_id) values (${hospitals.there}, ${patient})`;
      const { status } = await at.ask('/dicom-web/studies/2.25.106', {}, there);
      expect(status).toBe(200);
      const [examined] = await at.owner`
      select action, account_id from basic.audit where ${patient} = any (patient_ids) and account_id = ${there.accountId}`;
      expect(examined?.action).toBe('read');
    });
  });
