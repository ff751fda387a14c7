/**
 * Files that are broken in transfer, or on purpose, to every endpoint that reads one and to the ports of MLLP and DIMSE: never 500, the process goes on answering
 * others, and what it holds is let go of again. `npm run attack` sends more.
 */
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '@nodp/database/testing';
import { framed } from '@nodp/intake';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workbook } from '../../apps/gateway/src/csv/testing/workbook.ts';
import { ctSlice, dicomFile, multipart } from '../dicom-files.ts';
import { patientBundle } from '../patient-bundle.ts';
import { type RunningPlatform, startPlatform } from '../platform.ts';
import { type LoopHeld, loopHeld } from './loop-held.ts';
import { type Bytes, bytes, harm, harmed } from './mangled/harms.ts';
import { answeredByMllp, isStoredByDimse, sendBytes, storeOf } from './mangled/wires.ts';

const runs = process.env.npm_lifecycle_event === 'attack' ? 1_000 : 25;
/** Milliseconds of processor in which nobody else is answered. */
const LONGEST_TURN = 1_000;

let platform: RunningPlatform;
let held: LoopHeld;
const tokens = new Map<string, string>();
const ports = { mllp: 0, dimse: 0 };
beforeAll(async () => {
  held = await loopHeld();
  ports.mllp = await freePort();
  ports.dimse = await freePort();
  platform = await startPlatform({
    patients: 5,
    env: {
      ...held.env,
      NODP_MLLP_PORT: String(ports.mllp),
      NODP_MLLP_SENDERS: '*@*=hospital-system',
      NODP_DIMSE_PORT: String(ports.dimse),
      NODP_DIMSE_SENDERS: '*@NODP=hospital-system',
    },
  });
  for (const account of [
    'hospital-system',
    'data-manager',
    'data-manager-national',
    'clinician',
    'followup',
  ]) {
    const response = await fetch(`${platform.url}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, password: 'nodp-demo' }),
    });
    tokens.set(account, ((await response.json()) as { access_token: string }).access_token);
  }
}, 600_000);
afterAll(async () => {
  await platform?.stop();
  await held?.end();
});

interface Endpoint {
  readonly account: string;
  readonly path: string;
  readonly type: string;
  readonly file: Bytes;
}

const rows = [
  ['patient_id', 'name', 'sex', 'birth_date'],
  ['P1', '王小明', 'male', '1950-02-03'],
  ['P2', '李洁', 'female', '1961-04-01'],
];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const message = [
  'MSH|^~\\&|LIS|H1|NODP|NODP|20260101080000||ORU^R01|M1|P|2.5.1',
  'PID|1||P1^^^H1^MR||王^小明||19500203|M',
  'OBR|1|||718-7^Hb^LN|||20260101080000',
  'OBX|1|NM|718-7^Hb^LN||13.2|g/dL|||||F',
].join('\r');
const slices = multipart([dicomFile(ctSlice())]);

const endpoints: Readonly<Record<string, Endpoint>> = {
  CSV: {
    account: 'data-manager',
    path: '/csv',
    type: 'text/csv',
    file: bytes(rows.map((row) => row.join(',')).join('\n')),
  },
  'a workbook': { account: 'data-manager', path: '/csv', type: XLSX, file: workbook(rows) },
  FHIR: {
    account: 'hospital-system',
    path: '/fhir',
    type: 'application/fhir+json',
    file: bytes(JSON.stringify(patientBundle({ results: 2 }))),
  },
  'HL7 v2': {
    account: 'hospital-system',
    path: '/hl7v2',
    type: 'x-application/hl7-v2+er7',
    file: bytes(message),
  },
  DICOM: {
    account: 'hospital-system',
    path: '/dicom-web/studies',
    type: slices.contentType,
    file: Uint8Array.from(slices.body),
  },
  'NAACCR XML': {
    account: 'data-manager',
    path: '/csv',
    type: 'application/xml',
    file: bytes(
      '<?xml version="1.0"?><NaaccrData xmlns="http://naaccr.org/naaccrxml" baseDictionaryUri="http://naaccr.org/naaccrxml/naaccr-dictionary-230.xml" recordType="I" specificationVersion="1.5"><Patient><Item naaccrId="patientIdNumber">00000001</Item><Item naaccrId="sex">1</Item><Tumor><Item naaccrId="primarySite">C341</Item><Item naaccrId="dateOfDiagnosis">20240105</Item></Tumor></Patient></NaaccrData>',
    ),
  },
  deaths: {
    account: 'data-manager',
    path: '/deaths',
    type: 'text/csv',
    file: bytes(
      'name,sex,birth_date,national_id,death_date,cause\n王小明,male,1950-02-03,110101195002030013,2024-05-06,C34.1',
    ),
  },
  'outcomes of contacts': {
    account: 'followup',
    path: '/contact-outcomes',
    type: 'text/csv',
    file: bytes('contact,outcome,on\nX,REACHED,2026-01-05'),
  },
  'plans of follow-up': {
    account: 'followup',
    path: '/followup-plans',
    type: 'application/json',
    file: bytes(
      '{"patient":"pat_x","what":"复查","status":"active","started":"2026-01-05","activities":[]}',
    ),
  },
  'a document': {
    account: 'clinician',
    path: '/graphql',
    type: 'application/json',
    file: bytes(
      JSON.stringify({
        query: 'query ($s: String) { patients(search: $s, first: 2) { edges { node { id } } } }',
        variables: { s: '王' },
      }),
    ),
  },
};

const memory = (): number => {
  if (process.platform !== 'linux') return 0;
  const status = readFileSync(`/proc/${platform.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
};

/** Does what is to harm nobody: others are answered meanwhile, the loop is theirs, and memory is let go of. */
const harmless = async (attack: () => Promise<void>): Promise<void> => {
  const before = memory();
  await held.begin(platform.pid);
  let over = false;
  let answered = 0;
  const others = (async () => {
    while (!over) {
      expect((await fetch(`${platform.url}/health/live`)).status).toBe(200);
      answered++;
      await setTimeout(50);
    }
  })();
  try {
    await attack();
  } finally {
    over = true;
    await others;
  }
  expect(answered).toBeGreaterThan(0);
  expect(await held.longest()).toBeLessThan(LONGEST_TURN);
  expect(memory() - before).toBeLessThan(400);
};

test.each(Object.entries(endpoints))(
  '%s',
  async (_, { account, path, type, file }) => {
    const statuses = new Map<number, number>();
    await harmless(() =>
      fc.assert(
        fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 4 }), async (harms) => {
          for (;;) {
            const { status } = await fetch(`${platform.url}${path}`, {
              method: 'POST',
              headers: { authorization: `Bearer ${tokens.get(account)}`, 'content-type': type },
              body: harmed(file, harms),
            });
            if (status === 429) {
              await setTimeout(500);
              continue;
            }
            statuses.set(status, (statuses.get(status) ?? 0) + 1);
            expect(status).toBeLessThan(500);
            return;
          }
        }),
        { numRuns: runs },
      ),
    );
    // Refused or taken, but read: who may not send proves nothing.
    expect(
      [...statuses.keys()].filter((status) => [401, 403, 404, 405, 415].includes(status)),
    ).toEqual([]);
  },
  3_600_000,
);

const stored = storeOf(dicomFile(ctSlice(), { bare: true }));
const wires = {
  MLLP: {
    port: () => ports.mllp,
    bytes: Uint8Array.from(framed(bytes(message))),
    isAnswered: async () => (await answeredByMllp(ports.mllp, message)).includes('MSA|AA'),
  },
  DIMSE: {
    port: () => ports.dimse,
    bytes: stored,
    isAnswered: () => isStoredByDimse(ports.dimse, stored),
  },
};

test.each(Object.entries(wires))(
  'what comes by %s, harmed and in pieces',
  async (_, { port, bytes: whole, isAnswered }) => {
    // What is not harmed is taken: otherwise the tries would prove nothing.
    expect(await isAnswered()).toBe(true);
    await harmless(() =>
      fc.assert(
        fc.asyncProperty(
          fc.array(harm, { maxLength: 4 }),
          fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
          (harms, cuts) => sendBytes(port(), harmed(whole, harms), cuts),
        ),
        { numRuns: runs * 2 },
      ),
    );
    expect(await isAnswered()).toBe(true);
  },
  3_600_000,
);

test.each([
  ['lines', 'A\r'.repeat(8_000_000)],
  ['fields', '|'.repeat(16_000_000)],
])(
  'a message by MLLP of millions of %s is refused, and holds nobody up',
  async (_, body) => {
    await harmless(async () => {
      const long = `MSH|^~\\&|LIS|H1\r${body}`;
      expect(await answeredByMllp(ports.mllp, long)).toContain('MSA|AR');
    });
  },
  3_600_000,
);
