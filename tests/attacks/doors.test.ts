/**
 * Every address of the platform is tried with texts that break programs in its path, its questions, its headers and every place
 * of its body: U+0000, halves of signs, bytes that are no UTF-8, escapes of a format that stand for them. What is sent may be
 * refused, and is never answered as a fault of the platform. `npm run attack` tries all of them at every place.
 */
import { runningOwnerUrl } from '@nodp/database';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningPlatform, startPlatform } from '../platform.ts';
import { addresses } from './doors/addresses.ts';
import { bodies } from './doors/bodies.ts';
import { filesOfText, images, workbooks } from './doors/files.ts';
import { headers } from './doors/headers.ts';
import { type Doors, doorsOf, faultsOf } from './doors/sent.ts';
import { type LoopHeld, loopHeld } from './loop-held.ts';

let platform: RunningPlatform;
let doors: Doors;
let held: LoopHeld;
beforeAll(async () => {
  held = await loopHeld();
  platform = await startPlatform({ patients: 5, env: held.env });
  doors = await doorsOf(platform.url);
}, 600_000);
afterAll(async () => {
  await platform?.stop();
  await held?.end();
});

test.each([
  ['every address', addresses],
  ['every place of every body of JSON', bodies],
  ['every place of every file of text', filesOfText],
  ['every cell of a workbook', workbooks],
  ['every text of a DICOM file', images],
] as const)(
  '%s',
  async (_, all) => {
    const tries = all();
    expect(tries.length).toBeGreaterThan(20);
    await held.begin(platform.pid);
    expect(await faultsOf(doors, tries)).toEqual([]);
    // Nobody else waits for longer than a second of processor.
    expect(await held.longest()).toBeLessThan(1_000);
  },
  3_600_000,
);

/** What accounts are answered that shows, changes and means no patient, and is no change of the platform. */
const OF_NOBODY = [
  // What a file or a body of the asker's own comes to, without a look at any record.
  ...[/^POST \/rules\//, /^POST \/csv\/preview$/, /^POST \/messages\/(example|gateway)$/],
  // How files are to be written, how far one is, how an institution's are read; figures of the network; the page itself.
  ...[
    /^GET \/csv/,
    /^GET \/network/,
    /^GET \/fhir\/metadata$/,
    /^GET \/held\/edits$/,
    /^GET \/assets/,
    /^GET \/audit\/(?!events)/,
  ],
  // The graph records by field (`tests/audit-walk.test.ts`).
  /\/graphql$/,
];

test('whoever was answered or refused is in the audit, by the number of the request', async () => {
  const owner = postgres(await runningOwnerUrl(platform.home), { max: 1 });
  const rows = await owner`select distinct request_id as id from basic.audit`;
  await owner.end();
  const recorded = new Set(rows.map(({ id }) => id));
  const meant = [...doors.answered].filter(
    ([, what]) => !OF_NOBODY.some((pattern) => pattern.test(what.slice(4))),
  );
  const unrecorded = meant.filter(([id]) => !recorded.has(id)).map(([, what]) => what);
  expect([...new Set(unrecorded)]).toEqual([]);
  // What was refused whole proves nothing of what is taken.
  for (const endpoint of [
    'POST /fhir',
    'GET /fhir',
    'POST /hl7v2',
    'POST /csv',
    'POST /deaths',
    'GET /audit',
  ])
    expect(
      [...doors.answered.values()].some((what) => what.startsWith(`200 ${endpoint}`)),
      endpoint,
    ).toBe(true);
});

test('every header', async () => {
  const { faults, answered, tries } = await headers(doors);
  expect(faults).toEqual([]);
  // What the server refuses before it is a request is answered as well.
  expect(answered).toBeGreaterThan(tries / 2);
  expect((await fetch(`${platform.url}/health/ready`)).status).toBe(200);
}, 3_600_000);
