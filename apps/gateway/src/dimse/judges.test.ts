import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ctSlice, dicomFile, pixels, SYNTAX } from '../../../../tests/dicom-files.ts';
import { CT, dimseSetting } from './testing/setting.ts';

/** DCMTK, the tool kit that most modalities are tried with, asks as a modality does. */
const hasDcmtk = spawnSync('echoscu', ['--version']).status === 0;
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

let here: Awaited<ReturnType<typeof dimseSetting>>;
const folder = mkdtempSync(join(tmpdir(), 'nodp-dimse-'));
beforeAll(async () => {
  here = await dimseSetting({ mostBytes: 8 * 2 ** 20 });
});
afterAll(async () => {
  expect(here.errors).toEqual([]);
  await here.end();
  rmSync(folder, { recursive: true });
});

const ran = (program: string, args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly said: string }>((done) =>
    execFile(program, args, { timeout: 120_000 }, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code ?? 1), said: out + err }),
    ),
  );
const titles = ['-aet', 'CT01', '-aec', 'NODP'];
const dial = (port = here.port) => ['127.0.0.1', String(port)];
const put = (name: string, bytes: Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const study = '2.25.800';
const large = (number: number, syntax: string) =>
  dicomFile(
    ctSlice({
      ...{ study, series: `${study}.1`, number },
      more: {
        '00280010': ['US', [512]],
        '00280011': ['US', [512]],
        '7FE00010': ['OW', pixels(512, 512, (row, column) => (row * 7 + column + number) % 4096)],
      },
    }),
    { syntax },
  );

test.skipIf(!hasDcmtk)('echoscu is answered; an unknown title is not (needs DCMTK)', async () => {
  expect(await ran('echoscu', [...titles, ...dial()])).toEqual({ code: 0, said: '' });
  const { code, said } = await ran('echoscu', ['-aet', 'NOBODY', '-aec', 'NODP', ...dial()]);
  expect([code === 0, /Calling AE Title Not Recognized/.test(said)]).toEqual([false, true]);
});

test.skipIf(!hasDcmtk)(
  'storescu sends a series of 512 × 512, in each encoding it has, and DICOMweb gives the pixels (needs DCMTK)',
  async () => {
    const files = [SYNTAX.explicit, SYNTAX.implicit, SYNTAX.bigEndian].map((syntax, at) =>
      put(`${at + 1}.dcm`, large(at + 1, syntax)),
    );
    const sent = await ran('storescu', ['-v', ...titles, ...dial(), ...files]);
    expect([sent.code, sent.said.match(/Received Store Response \(Success\)/g)?.length]).toEqual([
      0, 3,
    ]);
    for (const number of [1, 2, 3]) {
      const frame = await here.at.ask(
        `/dicom-web/studies/${study}/series/${study}.1/instances/${study}.1.${number}/frames/1`,
        { headers: { accept: 'multipart/related; type="application/octet-stream"' } },
      );
      const body = Buffer.from(await frame.arrayBuffer());
      const expected = Buffer.from(
        pixels(512, 512, (row, column) => (row * 7 + column + number) % 4096),
      );
      expect([frame.status, body.includes(expected)]).toEqual([200, true]);
    }
    // Sent once more, it is there.
    expect((await ran('storescu', [...titles, ...dial(), ...files])).code).toBe(0);
    const rows = await here.at.owner`
      select count(*)::int as n from imaging.dicom_instance where study_uid = ${study}`;
    expect(rows[0]?.n).toBe(3);
  },
);

test.skipIf(!hasDcmtk)(
  'storescu is told why an instance is refused, and what was after it is taken (needs DCMTK)',
  async () => {
    const [own, other] = [
      dicomFile(ctSlice({ study: '2.25.801', series: '2.25.801.1', number: 1 })),
      dicomFile(ctSlice({ study: '2.25.801', series: '2.25.801.1', number: 2, patient: 'MRN-9' })),
    ];
    const { said } = await ran('storescu', [
      ...['-d', '-nh', ...titles, ...dial()],
      ...[put('own.dcm', own), put('other.dcm', other), put('again.dcm', own)],
    ]);
    expect(said.match(/DIMSE Status +: 0x0000/g)).toHaveLength(2);
    expect(said).toMatch(/0xa900/);
  },
);

test.skipIf(!hasDcmtk || !hasOpenssl)(
  'over TLS whom the certificates allow is answered, and nobody else (needs DCMTK and OpenSSL)',
  async () => {
    const file = (name: string) => join(folder, name);
    for (const name of ['server', 'sender', 'stranger'])
      spawnSync('openssl', [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'],
        ...['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1'],
        ...['-keyout', file(`${name}.key`), '-out', file(`${name}.pem`)],
      ]);
    const pem = (name: string) => readFileSync(file(name), 'utf8');
    const port = await here.listen({
      tls: { certificate: pem('server.pem'), key: pem('server.key'), clients: pem('sender.pem') },
    });
    const as = (name: string) => [
      ...['+tls', file(`${name}.key`), file(`${name}.pem`), '+cf', file('server.pem')],
      ...titles,
      ...dial(port),
    ];
    expect(await ran('echoscu', as('sender'))).toEqual({ code: 0, said: '' });
    const slice = dicomFile(ctSlice({ study: '2.25.802', series: '2.25.802.1' }), {});
    expect((await ran('storescu', [...as('sender'), put('tls.dcm', slice)])).code).toBe(0);
    expect((await ran('echoscu', as('stranger'))).code).not.toBe(0);
    expect((await ran('echoscu', [...titles, ...dial(port)])).code).not.toBe(0);
    const found = await here.at.find('/dicom-web/studies?StudyInstanceUID=2.25.802');
    expect([found.length, CT]).toEqual([1, CT]);
  },
);
