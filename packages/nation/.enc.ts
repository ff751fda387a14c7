import { identityCipher } from '@nodp/database';
import { encodePatient, Lines } from './src/copy/encode.ts';
import { nation } from './src/index.ts';
const cipher = identityCipher({ identityKey: new Uint8Array(32).fill(7) });
const n = nation({ patients: 12000 });
for (const p of n.range(0, 500)) encodePatient(new Lines(), p, cipher);
const c = process.cpuUsage();
let hist = 0; const t0 = process.cpuUsage();
for (const p of n.range(0, 10000)) hist += p.rows.tumour.length;
const t1 = process.cpuUsage(t0);
let rows = 0, bytes = 0;
for (let i = 0; i < 10000; i += 2000) { const l = new Lines(); for (const p of n.range(i, i + 2000)) encodePatient(l, p, cipher); for (const [, ch] of l.chunks()) for (const b of ch) bytes += b.length; rows += l.rows; }
const t2 = process.cpuUsage(c);
console.log('generate', t1.user / 1e6, 'generate+encode', (t2.user - t1.user) / 1e6, rows, bytes / rows);
