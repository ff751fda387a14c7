import { fileKeys, partsOf, recordsOf } from '@nodp/intake';
import { type FileResult, takeFile } from '../apps/gateway/src/csv/take.ts';
import { ANALYTES, system, withIntake } from './intake-world.ts';
import type { BenchRow } from './row.ts';

/** Rows of results; `NODP_BENCH_CSV_ROWS=1000000` for the largest that was tried. */
const ROWS = Number(process.env.NODP_BENCH_CSV_ROWS ?? 40_000);
const PER_PATIENT = 200;
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
const csv = (): Promise<BenchRow[]> =>
  withIntake(async ({ database, intake }) => {
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
  });

export default csv;

if (import.meta.main) console.table(await csv());
