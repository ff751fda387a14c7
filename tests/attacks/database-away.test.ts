/**
 * What a database of the operator's, a disk and a clock do in bad hours, while hospitals send: connections are refused for
 * a while (a fail-over), the disk fills and is freed, the clock is set back. Requests are answered with what was done or with
 * 503, the platform goes on by itself, and what was acknowledged is there, once.
 */
import { execFileSync } from 'node:child_process';
import { chmod, mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer, connect as dial, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type EmbeddedServer, startEmbedded } from '@nodp/database';
import { expect, test } from 'vitest';
import { type Client, withToken } from '../client.ts';
import { patientBundle } from '../patient-bundle.ts';
import { type RunningPlatform, startPlatform } from '../platform.ts';

const long = process.env.npm_lifecycle_event === 'attack';
const REFUSED_SECONDS = long ? 20 : 4;

/**
 * Hospitals that repeat each Bundle until it is acknowledged; ends with the names in them.
 * @param answers takes every status that is answered
 */
const sendUntil = (
  hospital: Client,
  family: string,
  answers: number[],
  over: Promise<void>,
): Promise<string[]> => {
  const names: string[] = [];
  let ended = false;
  void over.then(() => {
    ended = true;
  });
  const sender = async (s: number): Promise<void> => {
    for (let n = 0; !ended || n === 0; n++) {
      // A search finds beginnings of names: none is the beginning of another.
      const name = `${family}x${s}x${String(n).padStart(4, '0')}`;
      const sent = patientBundle({ family: name });
      for (;;) {
        const { status } = await hospital.fhir('', sent);
        answers.push(status);
        if (status === 200) break;
        await setTimeout(100);
      }
      names.push(name);
      await setTimeout(50);
    }
  };
  return Promise.all([0, 1, 2].map(sender)).then(() => names);
};

const eachIsThereOnce = async (url: string, names: readonly string[]): Promise<void> => {
  const clinician = await withToken(url, 'clinician');
  // The first, the last, and some between: a name is searched by a statement of its own.
  const some = names.filter(
    (_, i) => i % Math.ceil(names.length / 12) === 0 || i === names.length - 1,
  );
  for (const name of some) {
    const { data } = await clinician.graph<{ patients: { totalCount: number } }>(
      'query ($search: String) { patients(search: $search) { totalCount } }',
      { search: name },
    );
    expect([name, data?.patients.totalCount]).toEqual([name, 1]);
  }
};

/** Waits until a status was answered, so often, from now on. */
type Seen = (status: number, times?: number) => Promise<void>;

const underLoad = async (
  platform: RunningPlatform,
  family: string,
  attack: (seen: Seen) => Promise<void>,
): Promise<number[]> => {
  const hospital = await withToken(platform.url, 'hospital-system');
  // The first submission of a process starts its threads: on a busy machine it lasts longer than the attack, which would meet nothing.
  expect((await hospital.fhir('', patientBundle({ family: `First${family}` }))).status).toBe(200);
  const answers: number[] = [];
  const seen: Seen = async (status, times = 1) => {
    const from = answers.length;
    while (answers.slice(from).filter((one) => one === status).length < times) await setTimeout(50);
  };
  const attacked = attack(seen);
  const names = await sendUntil(hospital, family, answers, attacked);
  await attacked;
  expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  await eachIsThereOnce(platform.url, names);
  return answers;
};

/** In front of a server: closed, it refuses connections and cuts those there are. */
const openProxy = async (port: number) => {
  const sockets = new Set<Socket>();
  let server: Server;
  const listen = (at: number) =>
    new Promise<number>((done) => {
      server = createServer((from) => {
        const to = dial(port, '127.0.0.1');
        for (const socket of [from, to]) {
          sockets.add(socket);
          socket.on('error', () => {});
          socket.once('close', () => {
            sockets.delete(socket);
            from.destroy();
            to.destroy();
          });
        }
        from.pipe(to).pipe(from);
      });
      server.listen(at, '127.0.0.1', () => done((server.address() as { port: number }).port));
    });
  const at = await listen(0);
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: at, close, open: () => listen(at) };
};

test(`connections are refused for ${REFUSED_SECONDS} s, as in a fail-over`, async () => {
  const home = await mkdtemp(join(tmpdir(), 'nodp-operators-'));
  await chmod(home, 0o755);
  let server: EmbeddedServer | undefined;
  let platform: RunningPlatform | undefined;
  try {
    server = await startEmbedded(home, { test: true });
    const proxy = await openProxy(Number(new URL(server.ownerUrl).port));
    const through = (url: string) => {
      const changed = new URL(url);
      changed.port = String(proxy.port);
      return changed.href;
    };
    platform = await startPlatform({
      patients: 5,
      env: {
        DATABASE_URL: through(server.ownerUrl),
        APPLICATION_DATABASE_URL: through(server.applicationUrl),
      },
    });
    const answers = await underLoad(platform, 'Failover', async (seen) => {
      await seen(200);
      proxy.close();
      // On a busy machine who asked first may be told of it later than that.
      await Promise.all([setTimeout(1000 * REFUSED_SECONDS), seen(503)]);
      await proxy.open();
      await seen(200, 3);
    });
    expect(answers).toContain(503);
    proxy.close();
  } finally {
    await platform?.stop();
    await server?.stop();
    await rm(home, { recursive: true, force: true });
  }
});

/** A small disk of its own, in memory; null where this machine lets nobody mount one. */
const smallDisk = async (megabytes: number): Promise<string | null> => {
  const folder = await mkdtemp(join(tmpdir(), 'nodp-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return folder;
  } catch {
    await rm(folder, { recursive: true, force: true });
    return null;
  }
};

test('the disk fills, and is freed', async ({ skip }) => {
  const disk = await smallDisk(500);
  if (disk === null) return skip('no small disk can be mounted here');
  let platform: RunningPlatform | undefined;
  try {
    platform = await startPlatform({ patients: 5, home: join(disk, 'home') });
    const filler = join(disk, 'filler');
    const answers = await underLoad(platform, 'Full', async (seen) => {
      await seen(200);
      const { bavail, bsize } = await statfs(disk);
      await writeFile(filler, Buffer.alloc(bavail * bsize - 256 * 1024)).catch(() => {});
      await Promise.all([setTimeout(5_000), seen(503)]);
      await rm(filler);
      await seen(200, 3);
    });
    expect(answers).toContain(503);
  } finally {
    await platform?.stop();
    execFileSync('umount', ['-l', disk]);
    await rm(disk, { recursive: true, force: true });
  }
});

/** Loaded before the platform: at SIGUSR2 its clock is an hour behind, as after a correction by hand. */
const CLOCK = `
const RealDate = Date;
let back = 0;
globalThis.Date = class extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() - back);
    else super(...given);
  }
  static now() { return RealDate.now() - back; }
};
process.on('SIGUSR2', () => { back = 3_600_000; });
`;

test('the clock is set back by an hour', async () => {
  const clock = join(await mkdtemp(join(tmpdir(), 'nodp-clock-')), 'clock.mjs');
  await writeFile(clock, CLOCK);
  const platform = await startPlatform({ patients: 5, env: { NODE_OPTIONS: `--import ${clock}` } });
  try {
    const answers = await underLoad(platform, 'Clock', async (seen) => {
      await seen(200);
      process.kill(platform.pid, 'SIGUSR2');
      await seen(200, 12);
    });
    expect(answers.filter((status) => status !== 200)).toEqual([]);
  } finally {
    await platform.stop();
    await rm(join(clock, '..'), { recursive: true, force: true });
  }
});
