import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { fileKeys, partsOf, recordsOf } from '@nodp/intake';
import { createCsvEndpoint } from '../apps/gateway/src/csv/endpoint.ts';
import { type FileResult, takeFile } from '../apps/gateway/src/csv/take.ts';
import { ANALYTES, type IntakeWorld, system, withIntake } from './intake-world.ts';
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

/** @param prefix of the numbers of the results, by which a sender's are other ones; `rows` of them */
function* results(prefix = 'R', rows = ROWS): Generator<string> {
  yield 'patient_id,record_id,time,code,value,unit\n';
  for (let n = 0; n < rows; n++) {
    const [patient, of] = [Math.floor(n / PER_PATIENT), n % PER_PATIENT];
    const [code, unit, usual] = ANALYTES[of % 6] ?? ANALYTES[0];
    const value = (usual * (1 + (n % 7) / 50)).toFixed(2);
    yield `B${patient},${prefix}${n},${day(Math.floor(of / 6) * 20)},${code},${value},${unit}\n`;
  }
}

/** The endpoint as senders meet it, on a port of its own: as the gateway serves it. */
const serve = async ({ database, intake }: IntakeWorld) => {
  const endpoint = createCsvEndpoint({ database, intake });
  const server = createServer(async ({ headers }, response) => {
    const answer = await endpoint(
      new Request('http://bench/csv', {
        method: 'POST',
        headers: { 'content-type': headers['content-type'] ?? '' },
        body: Readable.toWeb(response.req) as ReadableStream,
        duplex: 'half',
      } as RequestInit),
      { principal: system, requestId: 'bench' },
    );
    response.writeHead(answer.status).end(await answer.text());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    send: async (lines: Iterable<string>, rows: number): Promise<void> => {
      const response = await fetch(`http://127.0.0.1:${port}/csv`, {
        method: 'POST',
        headers: { 'content-type': 'text/csv' },
        body: Readable.toWeb(Readable.from(chunked(lines))) as ReadableStream,
        duplex: 'half',
      } as RequestInit);
      const answer = (await response.json()) as { created?: number };
      if (answer.created !== rows)
        throw new Error(`Of ${rows} rows ${answer.created} were new (${response.status}).`);
    },
    stop: () => new Promise((done) => server.close(done)),
  };
};

/** Files of rows in rows per second: taken apart alone, taken in, sent again; and the most memory that a long one takes. */
const csv = (): Promise<BenchRow[]> =>
  withIntake(async (world) => {
    const { database, intake } = world;
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
    const http = await serve(world);
    const byHttp = await rate(() => http.send(results('H'), ROWS));
    const share = Math.floor(ROWS / 4);
    const four = await rate(() =>
      Promise.all(['S', 'T', 'U', 'V'].map((one) => http.send(results(one, share), share))),
    );
    await http.stop();
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
      {
        name: 'CSV over HTTP, new results, one sender',
        value: byHttp,
        unit: 'rows/s',
        comparedWith: 'in process',
        ratio: byHttp / fresh,
      },
      {
        name: '… four senders at once',
        value: four,
        unit: 'rows/s',
        comparedWith: 'one over HTTP',
        ratio: four / byHttp,
        note: `${share} rows each`,
      },
    ];
  });

export default csv;

if (import.meta.main) console.table(await csv());
