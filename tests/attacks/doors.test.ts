/**
 * Every address of the platform is tried with texts that break programs in its path, its questions, its headers and every place
 * of its body: U+0000, halves of signs, bytes that are no UTF-8, escapes of a format that stand for them. What is sent may be
 * refused, and is never answered as a fault of the platform. `npm run attack` tries all of them at every place.
 */
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

test('every header', async () => {
  const { faults, answered, tries } = await headers(doors);
  expect(faults).toEqual([]);
  // What the server refuses before it is a request is answered as well.
  expect(answered).toBeGreaterThan(tries / 2);
  expect((await fetch(`${platform.url}/health/ready`)).status).toBe(200);
}, 3_600_000);
