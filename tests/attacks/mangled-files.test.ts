/**
 * Files that an operator's commands read, broken in transfer or on purpose: variants of MAF, and the files of a public study. Each is
 * read, or refused in words; what was read of it opens. `npm run attack` tries more.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PlatformError } from '@nodp/database';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentsOf, sourceFiles } from '../../apps/cli/src/load/documents.ts';
import { loadStudy } from '../../subgraphs/research/src/studies/load/load-study.ts';
import { openStudy } from '../../subgraphs/research/src/studies/open/open-study.ts';
import { writeStudy } from '../../subgraphs/research/src/studies/testing/a-study.ts';
import { bytes, harm, harmed } from './mangled/harms.ts';

const thorough = process.env.npm_lifecycle_event === 'attack';
/** Milliseconds of processor that one try takes at most. */
const LONGEST = 1_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nodp-mangled-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const processor = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

const harms = fc.array(harm, { minLength: 1, maxLength: 4 });
/** Words that files of studies hold where a number, a code or a column stands. */
const hostile = fc.constantFrom(
  ...['1e999', '-1e308', '9'.repeat(400), '__proto__', 'constructor', '#', '"', '""', '\t', '\n'],
  ...['\t'.repeat(2_000), 'PATIENT_ID', '../../etc', '\u0000', '\u202E', 'NaN', "'; drop table"],
);

const maf = [
  '#version 2.4',
  'Hugo_Symbol\tTumor_Sample_Barcode\tVariant_Classification\tHGVSc\tHGVSp_Short\tt_depth\tt_ref_count\tt_alt_count\tMutation_Status\tPATIENT_ID',
  'BRAF\tS-1\tMissense_Mutation\tc.1799T>A\tp.V600E\t100\t69\t31\tSomatic\tMRN-7',
  'MET\tS-2\tSplice_Site\tc.3028+1G>A\t\t\t\t\tGermline\t',
].join('\n');

/** A cell, or the piece between two ends of lines and cells, with another word. */
const withWord = (text: string, place: number, word: string): string => {
  const parts = text.split(/([\t\n])/);
  const at = Math.floor(place * parts.length);
  return parts.map((part, i) => (i === at ? word : part)).join('');
};
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const words = fc.array(fc.tuple(place, hostile), { maxLength: 3 });

test('a file of variants is resources, or said to be none', async () => {
  let read = 0;
  await fc.assert(
    fc.asyncProperty(harms, words, fc.boolean(), fc.boolean(), async (done, put, packed, whole) => {
      const text = put.reduce((now, [at, word]) => withWord(now, at, word), maf);
      const plain = whole ? bytes(text) : harmed(bytes(text), done);
      // Packed, what is harmed is sometimes what is within and sometimes the packing.
      const content = packed ? harmed(Uint8Array.from(gzipSync(plain)), whole ? done : []) : plain;
      const path = join(folder, packed ? 'one.maf.gz' : 'one.maf');
      await writeFile(path, content);
      const [file] = await sourceFiles([path]);
      const before = processor();
      for await (const document of documentsOf(file as NonNullable<typeof file>)) {
        if ('problem' in document) expect(document.problem).not.toBe('');
        else {
          read++;
          expect(document.resource.resourceType).toBe('Observation');
          expect(JSON.parse(JSON.stringify(document.resource))).toEqual(document.resource);
        }
      }
      expect(processor() - before).toBeLessThan(LONGEST);
    }),
    { numRuns: thorough ? 5_000 : 200 },
  );
  // What is refused always proves nothing of how it is read.
  expect(read).toBeGreaterThan(0);
}, 3_600_000);

test('a study is loaded and opens, or is refused in words and leaves nothing', async () => {
  const [sent, studies] = [join(folder, 'sent'), join(folder, 'studies')];
  await writeStudy(sent);
  const names = (await readdir(sent, { recursive: true })).filter((name) => name.endsWith('.txt'));
  const whole = new Map<string, string>();
  for (const name of names) whole.set(name, await readFile(join(sent, name), 'utf8'));
  let opened = 0;
  const resident = process.memoryUsage().rss;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      harms,
      words,
      fc.boolean(),
      async (name, done, put, isHarmed) => {
        const before = whole.get(name) ?? '';
        const text = put.reduce((now, [at, word]) => withWord(now, at, word), before);
        await writeFile(join(sent, name), isHarmed ? harmed(bytes(text), done) : text);
        const from = processor();
        try {
          await loadStudy({ path: sent, folder: studies, id: 'mangled', published: 'a test' });
          const { samples, patients } = await openStudy(join(studies, 'mangled'));
          expect(samples.every(({ patient }) => patients[patient] !== undefined)).toBe(true);
          opened++;
        } catch (error) {
          if (!(error instanceof PlatformError)) throw error;
          expect(error.message).not.toBe('');
        }
        expect(processor() - from).toBeLessThan(LONGEST * 4);
        expect((await readdir(studies)).filter((one) => one !== 'mangled')).toEqual([]);
        await writeFile(join(sent, name), before);
      },
    ),
    { numRuns: thorough ? 1_000 : 25 },
  );
  expect(opened).toBeGreaterThan(0);
  expect((process.memoryUsage().rss - resident) / 2 ** 20).toBeLessThan(1_000);
}, 3_600_000);
