import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, migrate, type Principal, startEmbedded } from '@nodp/database';
import { fileKeys, partsOf, recordsOf } from '@nodp/intake';
import postgres from 'postgres';
import { type FileResult, takeFile } from '../apps/gateway/src/csv/take.ts';
import { clinicalIntake } from '../apps/gateway/src/fhir/intake.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import type { BenchRow } from './row.ts';

/** Rows of results; `NODP_BENCH_CSV_ROWS=1000000` for the largest that was tried. */
const ROWS = Number(process.env.NODP_BENCH_CSV_ROWS ?? 40_000);
const PER_PATIENT = 200;
const institution = '01900000-0000-7000-8000-000000000001';
const system: Principal = {
  accountId: 'bench',
  name: { en: 'Bench', zh: '基准' },
  role: 'SYSTEM',
  institutionId: institution,
};

/** LOINC code, unit, a usual value. */
const ANALYTES = [
  ['718-7', 'g/dL', 13],
  ['6690-2', '10*3/uL', 6],
  ['777-3', '10*3/uL', 220],
  ['38483-4', 'mg/dL', 0.9],
  ['1975-2', 'mg/dL', 0.7],
  ['2857-1', 'ng/mL', 3],
] as const;
const day = (n: number): string => new Date(Date.UTC(2015, 0, 1 + n)).toISOString().slice(0, 10);

/** Lines in chunks, as a body comes. */
async function* chunked(lines: Iterable<string>): AsyncGenerator<Uint8Array> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < 65_536) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

function* patients(): Generator<string> {
  yield 'patient_id,name,sex,birth_date\n';
  for (let n = 0; n < ROWS / PER_PATIENT; n++) yield `B${n},王${n},女,1955-04-02\n`;
}

function* results(): Generator<string> {
  yield 'patient_id,record_id,time,code,value,unit\n';
  for (let n = 0; n < ROWS; n++) {
    const [patient, of] = [Math.floor(n / PER_PATIENT), n % PER_PATIENT];
    const [code, unit, usual] = ANALYTES[of % 6] ?? ANALYTES[0];
    const value = (usual * (1 + (n % 7) / 50)).toFixed(2);
    yield `B${patient},R${n},${day(Math.floor(of / 6) * 20)},${code},${value},${unit}\n`;
  }
}

/** Files of rows in rows per second: taken apart alone, taken in, sent again; and the most memory that a long one takes. */
export default async function csv(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home);
  const database = connect(server.applicationUrl);
  try {
    await migrate(server.ownerUrl, migrations);
    const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code)
      values (${institution}, 'B', 'Bench', '基准', 'NATIONAL', '110000')`;
    await owner.end();
    const intake = clinicalIntake(new Uint8Array(32).fill(1));
    const take = (lines: Iterable<string>): Promise<FileResult> =>
      takeFile(
        { database, intake },
        chunked(lines),
        { principal: system, origin: { requestId: 'bench' }, asked: {} },
        (row) => {
          throw new Error(`Line ${row.line} was refused.`);
        },
      );
    const rate = async (work: () => Promise<unknown>): Promise<number> => {
      const from = performance.now();
      await work();
      return ROWS / ((performance.now() - from) / 1_000);
    };
    await take(patients());
    const apart = await rate(async () => {
      const keys = fileKeys();
      for await (const part of partsOf(chunked(results()), intake.csv)) {
        if ('issue' in part) throw new Error(part.issue.reason.en);
        recordsOf(part.header, part.rows, { keys });
      }
    });
    let most = 0;
    const before = process.memoryUsage().rss;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 100);
    const fresh = await rate(() => take(results()));
    const again = await rate(() => take(results()));
    clearInterval(watch);
    return [
      { name: 'CSV taken apart into records, not read nor written', value: apart, unit: 'rows/s' },
      {
        name: 'CSV taken in, new results',
        value: fresh,
        unit: 'rows/s',
        comparedWith: 'taken apart alone',
        ratio: fresh / apart,
        note: `${ROWS} rows, durable commits of 500; ${Math.round((most - before) / 2 ** 20)} MB more memory at most`,
      },
      {
        name: 'CSV taken in, sent again unchanged',
        value: again,
        unit: 'rows/s',
        comparedWith: 'new results',
        ratio: again / fresh,
      },
    ];
  } finally {
    await database.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

if (import.meta.main) console.table(await csv());
