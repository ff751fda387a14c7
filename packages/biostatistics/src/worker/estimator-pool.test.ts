import { setImmediate, setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { BiostatisticsError } from '../errors.ts';
import { poharPerme } from '../net-survival/pohar-perme.ts';
import { gompertzTable, randomPatients } from '../net-survival/testing/synthetic.ts';
import { coxRegression } from '../survival/cox/cox.ts';
import { kaplanMeier } from '../survival/kaplan-meier.ts';
import { EstimatorPool } from './estimator-pool.ts';

const pool = new EstimatorPool(2);
afterAll(() => pool.close());

const table = gompertzTable();
const few = randomPatients(500, 1);
const many = randomPatients(60_000, 2, 'exact');

const failure = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('did not fail');
};

describe('estimators in worker threads', () => {
  it('give what they give here, typed arrays and all', async () => {
    const input = { time: few.time, event: few.status };
    const curve = await pool.run('kaplanMeier', [input]);
    expect(curve).toEqual(kaplanMeier(input));
    expect(curve.survival).toBeInstanceOf(Float64Array);
    const net = await pool.run('poharPerme', [table, few, { form: 'exponential' }]);
    expect(net).toEqual(poharPerme(table, few, { form: 'exponential' }));
    const cox = { ...input, covariates: [few.age, few.stratum] };
    expect((await pool.run('coxRegression', [cox])).coefficients).toEqual(
      coxRegression(cox).coefficients,
    );
  });

  it('leave the event loop free', async () => {
    const running = pool.run('poharPerme', [table, many]);
    let turns = 0;
    let ended = false;
    void running.finally(() => {
      ended = true;
    });
    while (!ended) {
      await setImmediate();
      turns++;
    }
    expect(turns).toBeGreaterThan(50);
  });

  it('tell how far they are, from 0 to 1 and never back', async () => {
    const shares: number[] = [];
    await pool.run('poharPerme', [table, many], { onProgress: (share) => shares.push(share) });
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('tell it of a permutation test too', async () => {
    const years = Float64Array.from({ length: 20 }, (_, k) => 2000 + k);
    const rates = years.map(
      (year, k) => 50 * 1.03 ** Math.min(year - 2000, 9) * (1 + 0.01 * (k % 3)),
    );
    const shares: number[] = [];
    const series = { years, rates, standardErrors: rates.map((rate) => rate / 50) };
    const options = { selection: 'permutation', mostJoins: 2, permutations: 999 } as const;
    const found = await pool.run('joinpoint', [series, options], {
      onProgress: (share) => shares.push(share),
    });
    expect(found.joins.length).toBeGreaterThan(0);
    expect(shares.length).toBeGreaterThan(3);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  });

  it('throw the same typed error: code, place, message', async () => {
    const bad = { ...few, status: few.status.map((s, i) => (i === 7 ? 2 : s)) };
    const error = await failure(pool.run('poharPerme', [table, bad]));
    expect(error).toBeInstanceOf(BiostatisticsError);
    const { code, where, message } = error as BiostatisticsError;
    expect({ code, where }).toEqual({
      code: 'out-of-range',
      where: { argument: 'status', index: 7 },
    });
    expect(message).toBe('status[7]: is 2; 1 means died, 0 means censored');
  });

  it('stop when told to, while computing or waiting, and the pool goes on', async () => {
    const alone = new EstimatorPool(1);
    const stop = new AbortController();
    const began = performance.now();
    const running = failure(alone.run('poharPerme', [table, many], { signal: stop.signal }));
    const waiting = failure(alone.run('poharPerme', [table, many], { signal: stop.signal }));
    const retained = alone.run('kaplanMeier', [{ time: few.time, event: few.status }]);
    await setTimeout(20);
    stop.abort(new Error('the reader left'));
    for (const error of [await running, await waiting]) {
      expect((error as BiostatisticsError).code).toBe('aborted');
      expect((error as Error).cause).toEqual(new Error('the reader left'));
    }
    expect(performance.now() - began).toBeLessThan(5000);
    expect((await retained).n).toBe(500);
    const late = await failure(
      alone.run('kaplanMeier', [{ time: [1], event: [1] }], { signal: stop.signal }),
    );
    expect((late as BiostatisticsError).code).toBe('aborted');
    await alone.close();
    expect(
      ((await failure(alone.run('kaplanMeier', [{ time: [1], event: [1] }]))) as BiostatisticsError)
        .code,
    ).toBe('aborted');
  });

  it('end a call whose listener throws, with what was thrown, and go on', async () => {
    const alone = new EstimatorPool(1);
    for (const fatal of [0, 0.4, 1]) {
      const told = new Error(`the listener broke at ${fatal}`);
      const onProgress = (share: number) => {
        if (share >= fatal) throw told;
      };
      expect(await failure(alone.run('poharPerme', [table, many], { onProgress }))).toBe(told);
    }
    expect((await alone.run('kaplanMeier', [{ time: [1], event: [1] }])).n).toBe(1);
    await alone.close();
  });

  it('start no thread for calls that are cancelled while they wait', async () => {
    const alone = new EstimatorPool(1);
    const stop = new AbortController();
    const calls = Array.from({ length: 20 }, () =>
      failure(alone.run('poharPerme', [table, many], { signal: stop.signal })),
    );
    await setTimeout(20);
    stop.abort();
    await Promise.all(calls);
    expect((await alone.run('kaplanMeier', [{ time: [1], event: [1] }])).n).toBe(1);
    expect(alone.started).toBe(2);
    await alone.close();
  });

  it('copy their input, or take it over, or share it', async () => {
    const time = Float64Array.of(3, 1, 2);
    await pool.run('kaplanMeier', [{ time, event: [1, 1, 0] }]);
    expect(time.length).toBe(3);
    const moved = await pool.run('kaplanMeier', [{ time, event: [1, 1, 0] }], { input: 'move' });
    expect(time.length).toBe(0);
    expect(moved.n).toBe(3);
    const common = new Float64Array(new SharedArrayBuffer(24));
    common.set([3, 1, 2]);
    const seen = await pool.run('kaplanMeier', [{ time: common, event: [1, 1, 0] }]);
    expect(seen).toEqual(moved);
  });

  it('closing fails what is under way', async () => {
    const brief = new EstimatorPool(1);
    const running = failure(brief.run('poharPerme', [table, many]));
    await brief.close();
    expect(((await running) as BiostatisticsError).code).toBe('aborted');
  });
});
