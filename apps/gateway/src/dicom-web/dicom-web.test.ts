import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { CT, ctSlice, dicomFile, SYNTAX } from '../../../../tests/dicom-files.ts';
import { everyone } from '../../../../tests/fixtures.ts';
import {
  at,
  bytesOf,
  sequence,
  series,
  slices,
  study,
  there,
  withArchive,
} from './testing/archive.ts';
import { wadoCases } from './testing/wado-cases.ts';
import type { JsonSet } from './testing.ts';

withArchive();

describe('STOW-RS', () => {
  test('every instance is answered with the address at which it is read', async () => {
    const { status, body } = await at.stow([
      dicomFile(ctSlice({ study: '2.25.101', series: '2.25.101.1' })),
    ]);
    expect(status).toBe(200);
    expect(body['00081190']?.Value).toEqual(['https://nodp.example/dicom-web/studies/2.25.101']);
    expect(sequence(body, '00081199')).toEqual([
      {
        '00081150': { vr: 'UI', Value: [CT] },
        '00081155': { vr: 'UI', Value: ['2.25.101.1.1'] },
        '00081190': {
          vr: 'UR',
          Value: [
            'https://nodp.example/dicom-web/studies/2.25.101/series/2.25.101.1/instances/2.25.101.1.1',
          ],
        },
      },
    ]);
    expect(body['00081198']).toBeUndefined();
  });

  test('the same bytes again are accepted, and are one row', async () => {
    expect((await at.stow(slices)).status).toBe(200);
    const [row] = await at.owner`
      select count(*)::int from imaging.dicom_instance where study_uid = ${study}`;
    expect(row?.count).toBe(3);
  });

  test('other bytes under the same UID are a conflict: what is stored stays until somebody decides', async () => {
    const one = ctSlice({ study: '2.25.102', series: '2.25.102.1' });
    const first = dicomFile(one);
    await at.stow([first]);
    const second = dicomFile({ ...one, '0008103E': ['LO', 'Changed'] });
    const { status, body } = await at.stow([second]);
    expect(status).toBe(409);
    expect(sequence(body, '00081198')).toMatchObject([
      { '00081155': { Value: ['2.25.102.1.1'] }, '00081197': { Value: [0x0111] } },
    ]);
    const address = '/dicom-web/studies/2.25.102/series/2.25.102.1/instances/2.25.102.1.1';
    const read = async () =>
      bytesOf(await at.ask(address, { headers: { accept: 'application/dicom' } }));
    expect((await read()).equals(first)).toBe(true);

    const listed = async () =>
      (await (await at.ask('/dicom-web/set-aside', {}, everyone.DATA_MANAGER)).json()) as {
        files: { id: string; fault: string; sopUid: string }[];
      };
    const [waiting] = (await listed()).files.filter(({ sopUid }) => sopUid === '2.25.102.1.1');
    expect(waiting?.fault).toBe('conflict');
    const decided = await at.ask(
      `/dicom-web/set-aside/${waiting?.id}`,
      { method: 'POST', body: '{"decision":"replace"}', headers: { 'x-nodp-csrf': '1' } },
      everyone.DATA_MANAGER,
    );
    expect(decided.status).toBe(200);
    expect((await read()).equals(second)).toBe(true);
    expect((await listed()).files.some(({ id }) => id === waiting?.id)).toBe(false);
    const [metadata] = await at.find('/dicom-web/studies/2.25.102/series/2.25.102.1/metadata');
    expect(metadata?.['0008103E']?.Value).toEqual(['Changed']);
    // The former bytes are retained as well.
    const sha = hash('sha256', first);
    expect(at.objects.open(sha).size).toBe(first.length);
  });

  test('a truncated and a false file are set aside with their reasons, the rest of the study is taken', async () => {
    const of = (number: number) =>
      dicomFile(ctSlice({ study: '2.25.103', series: '2.25.103.1', number }));
    const cut = of(2).subarray(0, -60);
    const { status, body } = await at.stow([
      of(1),
      cut,
      Buffer.from('%PDF-1.7 not an image at all'),
      of(3),
    ]);
    expect(status).toBe(202);
    expect(sequence(body, '00081199')).toHaveLength(2);
    expect(sequence(body, '00081198')).toMatchObject([
      { '00081155': { Value: ['2.25.103.1.2'] }, '00081197': { Value: [0xc000] } },
    ]);
    expect(sequence(body, '0008119A')).toHaveLength(1);
    const faults = await at.owner`
      select fault, reason, sha256 from imaging.dicom_set_aside where bytes in (${cut.length}, 28) order by fault`;
    expect(faults.map(({ fault }) => fault)).toEqual(['not-dicom', 'truncated']);
    expect(faults[1]?.reason).toMatch(/\(7FE0,0010\).* has 512 bytes, and 452 are there/);
    expect(at.objects.open(hash('sha256', cut)).size).toBe(cut.length);
  });

  test('an instance of another study or another patient than what it is sent to is not mixed in', async () => {
    const other = dicomFile(ctSlice({ study: '2.25.104', series: '2.25.104.1' }));
    expect((await at.stow([other], { study: '2.25.999' })).status).toBe(409);
    const stranger = dicomFile(ctSlice({ number: 9, patient: 'MRN-2' }));
    const { body } = await at.stow([stranger]);
    expect(sequence(body, '00081198')).toMatchObject([{ '00081197': { Value: [0xa900] } }]);
  });

  test('an instance larger than the settings allow leaves the others', async () => {
    const large = dicomFile(
      ctSlice({
        study: '2.25.105',
        series: '2.25.105.1',
        more: { '00420011': ['OB', new Uint8Array(2 ** 20)] },
      }),
    );
    const small = dicomFile(ctSlice({ study: '2.25.105', series: '2.25.105.1', number: 2 }));
    const { status, body } = await at.stow([large, small]);
    expect(status).toBe(202);
    expect(sequence(body, '0008119A')).toMatchObject([{ '00081197': { Value: [0xa700] } }]);
    expect(await readdir(join(at.folder, 'incoming'))).toEqual([]);
  });

  test('what comes in another form, without a right or from nobody is refused', async () => {
    const post = (contentType: string, who: Parameters<typeof at.ask>[2]) =>
      at.ask(
        '/dicom-web/studies',
        { method: 'POST', headers: { 'content-type': contentType, 'x-nodp-csrf': '1' }, body: 'x' },
        who,
      );
    const type = 'multipart/related; type="application/dicom"; boundary=b';
    expect((await post('application/dicom', everyone.SYSTEM)).status).toBe(415);
    expect((await post(type, everyone.CLINICIAN)).status).toBe(403);
    expect((await post(type, null)).status).toBe(401);
    expect((await post(type, everyone.SYSTEM)).status).toBe(400);
  });

  test('what lies on the disk names nobody', async () => {
    const sha = hash('sha256', slices[0] ?? '');
    const retained = await readFile(join(at.folder, sha.slice(0, 2), sha.slice(2, 4), sha));
    expect(retained.includes('Wang^XiaoDong')).toBe(false);
    const [row] =
      await at.owner`select attributes from imaging.dicom_study where study_uid = ${study}`;
    expect(Buffer.from(row?.attributes).includes('Wang')).toBe(false);
  });
});

describe('QIDO-RS', () => {
  const uids = (found: JsonSet[]) => found.map((one) => one['0020000D']?.Value?.[0]);
  const ofOne = 'StudyInstanceUID=2.25.100';

  test.each([
    'PatientName=Wang*',
    'PatientName=wang^xiaodong',
    'PatientName=王*',
    'PatientName=%E7%8E%8B%E5%B0%8F%E4%B8%9C',
    'PatientName=王^小东',
    'PatientName=*小东',
    'PatientName=xiaodong&fuzzymatching=true',
    'PatientName=wangxiao&fuzzymatching=true',
    '00100020=MRN-1',
    'PatientID=MRN*',
    'StudyDate=20260301',
    'StudyDate=20260101-20260331',
    'StudyDate=-20260301',
    'StudyTime=0900-1000',
    'ModalitiesInStudy=CT',
    'StudyDescription=胸部*',
    'AccessionNumber=ACC-?',
    'ReferringPhysicianName=李*',
    '0010,0040=M',
  ])('a study is found by %s', async (query) => {
    expect(uids(await at.find(`/dicom-web/studies?${ofOne}&${query}`))).toEqual([study]);
  });

  test.each([
    'PatientName=Doe*',
    'PatientName=Wang',
    'PatientName=xiaodong',
    'PatientName=李*',
    'PatientID=MRN-9',
    'StudyDate=20260302-',
    'StudyTime=1000-',
    'ModalitiesInStudy=MR',
    'AccessionNumber=ACC',
  ])('and not by %s', async (query) => {
    expect(await at.find(`/dicom-web/studies?${ofOne}&${query}`)).toEqual([]);
  });

  test('counts, modalities and the address are answered with the attributes', async () => {
    const [found] = await at.find(`/dicom-web/studies?${ofOne}`);
    expect(found).toMatchObject({
      '00080061': { vr: 'CS', Value: ['CT'] },
      '00081190': { Value: ['https://nodp.example/dicom-web/studies/2.25.100'] },
      '00100010': { Value: [{ Alphabetic: 'Wang^XiaoDong', Ideographic: '王^小东' }] },
      '00201206': { Value: [1] },
      '00201208': { Value: [3] },
    });
    expect(found?.['00081048']).toBeUndefined();
  });

  test('series and instances are found below a study, and everywhere', async () => {
    const found = await at.find(`/dicom-web/studies/${study}/series?Modality=CT&SeriesNumber=2`);
    expect(found).toMatchObject([
      {
        '0020000E': { Value: [series] },
        '00201209': { Value: [3] },
        '0008103E': { Value: ['Lung 1.0'] },
      },
    ]);
    expect(await at.find(`/dicom-web/studies/${study}/series?Modality=MR`)).toEqual([]);
    const instances = await at.find(
      `/dicom-web/studies/${study}/series/${series}/instances?InstanceNumber=2&includefield=00281050,RescaleSlope`,
    );
    expect(instances).toMatchObject([
      {
        '00080018': { Value: [`${series}.2`] },
        '00280010': { Value: [16] },
        '00281050': { Value: [40] },
        '00281053': { Value: [1] },
        '00083002': { Value: [SYNTAX.explicit] },
      },
    ]);
    const all = await at.find(`/dicom-web/instances?${ofOne}&includefield=all`);
    expect(all).toHaveLength(3);
    expect(all[0]?.['00281052']?.Value).toEqual([-1000]);
    expect(await at.find(`/dicom-web/series?PatientName=王*&${ofOne}`)).toHaveLength(1);
  });

  test('pages follow each other, and say that there is more', async () => {
    const first = await at.ask('/dicom-web/studies?limit=2');
    expect(first.headers.get('warning')).toMatch(/additional results/);
    const pages = [
      ...((await first.json()) as JsonSet[]),
      ...(await at.find('/dicom-web/studies?limit=2&offset=2')),
    ];
    expect(new Set(uids(pages)).size).toBe(4);
  });

  test('an attribute that does not exist and a limit that is none are told', async () => {
    expect((await at.ask('/dicom-web/studies?PatientNom=x')).status).toBe(400);
    expect((await at.ask('/dicom-web/studies?limit=x')).status).toBe(400);
    expect((await at.ask('/dicom-web/studies?includefield=Nothing')).status).toBe(400);
  });

  test('another institution finds nothing, an account without patients is refused', async () => {
    expect(await at.find('/dicom-web/studies', there)).toEqual([]);
    expect((await at.ask('/dicom-web/studies', {}, everyone.RESEARCHER)).status).toBe(403);
    expect((await at.ask('/dicom-web/studies', {}, null)).status).toBe(401);
    const client = (reads: string[]) => ({
      ...everyone.SYSTEM,
      grant: { reads, writes: false },
    });
    expect((await at.ask('/dicom-web/studies', {}, client(['Patient']))).status).toBe(403);
    expect((await at.ask('/dicom-web/studies', {}, client(['ImagingStudy']))).status).toBe(200);
  });
});

wadoCases();

test('text that declares no character set is read in the institution’s', async () => {
  // 王小东 in GB18030, and nothing said of it.
  const name = Uint8Array.from([0xcd, 0xf5, 0x5e, 0xd0, 0xa1, 0xb6, 0xab, 0x20]);
  const { '00080005': _, ...silent } = ctSlice({ study: '2.25.107', series: '2.25.107.1' });
  await at.stow([
    dicomFile({
      ...silent,
      '00100010': ['PN', name],
      '00081030': ['LO', 'CT'],
      '00080090': ['PN', ''],
    }),
  ]);
  const [found] = await at.find('/dicom-web/studies?StudyInstanceUID=2.25.107&PatientName=王*');
  expect(found?.['00100010']?.Value).toEqual([{ Alphabetic: '王^小东' }]);
});

test.each(Object.entries(SYNTAX).filter(([name]) => name !== 'jpegBaseline'))(
  'files in %s are taken and drawn alike',
  async (name, syntax) => {
    const uid = `2.25.20${Object.keys(SYNTAX).indexOf(name)}`;
    const file = dicomFile(ctSlice({ study: uid, series: `${uid}.1` }), { syntax });
    expect((await at.stow([file])).status).toBe(200);
    const response = await at.ask(`/dicom-web/studies/${uid}/rendered`, {
      headers: { accept: 'image/png' },
    });
    const { data } = PNG.sync.read(await bytesOf(response));
    expect([data[0], data[9 * 4], data[15 * 4]]).toEqual([0, 166, 255]);
    const [metadata] = await at.find(`/dicom-web/studies/${uid}/metadata`);
    expect(metadata?.['00281050']).toEqual({ vr: 'DS', Value: [40] });
  },
);

test('a data set without preamble and header is taken', async () => {
  const file = dicomFile(ctSlice({ study: '2.25.108', series: '2.25.108.1' }), { bare: true });
  expect((await at.stow([file])).status).toBe(200);
});
