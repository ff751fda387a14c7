import { mkdtemp, rm } from 'node:fs/promises';
import { identityCipher, migrate, startEmbedded } from '@nodp/database';
import postgres from 'postgres';
import { migrations } from '../../apps/gateway/src/migrations.ts';
import { copyNation, nation } from './src/index.ts';

const n = Number(process.argv[2] ?? 20000);
const home = await mkdtemp('/tmp/nation-bench-');
const server = await startEmbedded(home);
try {
  await migrate(server.ownerUrl, migrations);
  const cipher = identityCipher({ identityKey: new Uint8Array(32).fill(7) });
  let last = performance.now();
  const w = postgres(server.ownerUrl, { max: 1 });
  const waits: Record<string, number> = {};
  const timer = setInterval(async () => {
    for (const r of await w`select state, wait_event_type||':'||wait_event e, left(query,30) q from pg_stat_activity where application_name='nodp nation'`) {
      const k = `${r.state} ${r.e} `;
      waits[k] = (waits[k] ?? 0) + 1;
    }
  }, 50);
  const u0 = process.cpuUsage();

  const r = await copyNation(server.ownerUrl, nation({ patients: n }), {
    cipher,
    onProgress: (p) => {
      const t = performance.now();
      if (p.patients % 10000 === 0) {
        console.log(
          p.patients,
          p.rows,
          ((t - last) / 1000).toFixed(1),
          (process.memoryUsage().rss / 1e6).toFixed(0),
        );
        last = t;
      }
    },
  });
  clearInterval(timer);
  console.log(waits, process.cpuUsage(u0));
  await w.end();
  console.log(
    r,
    Math.round(r.rows / r.seconds),
    'rows/s',
    'cpu',
    process.cpuUsage().user / 1e6,
    process.cpuUsage().system / 1e6,
  );
  console.log(await copyNation(server.ownerUrl, nation({ patients: n }), { cipher }));
  const sql = postgres(server.ownerUrl, { max: 1 });
  console.log(await sql`select pg_size_pretty(pg_database_size('nodp')) size`);
  console.log(
    (
      await sql`select schemaname||'.'||relname t, n_live_tup n, pg_size_pretty(pg_table_size(relid)) tab, pg_size_pretty(pg_indexes_size(relid)) idx from pg_stat_user_tables where n_live_tup > 0 order by pg_total_relation_size(relid) desc limit 25`
    )
      .map((x) => `${x.t} ${x.n} ${x.tab} ${x.idx}`)
      .join('\n'),
  );
  await sql.end();
} finally {
  await server.stop();
  await rm(home, { recursive: true, force: true });
}
