import { connect as dial } from 'node:net';
import { framed, hl7v2 } from '@nodp/intake';
import { createHl7v2Endpoint } from '../apps/gateway/src/hl7v2/endpoint.ts';
import { startMllp } from '../apps/gateway/src/hl7v2/server.ts';
import { system, withIntake } from './intake-world.ts';
import type { BenchRow } from './row.ts';

const MESSAGES = Number(process.env.NODP_BENCH_MESSAGES ?? 600);

/** One laboratory report of three results, of one of 200 patients; half of the codes are standard ones, half the laboratory's own. */
const messageOf = (n: number): string =>
  [
    `MSH|^~\\&|LIS|H1|||20260801120000||ORU^R01|B${n}|P|2.5.1||||||UNICODE UTF-8`,
    `PID|1||P${n % 200}^^^H1^MR||王^${n % 200}||19600102|F`,
    `OBR|1||F${n}|CBC^血常规^L|||20260801`,
    `OBX|1|NM|718-7^血红蛋白^LN||${100 + (n % 50)}|g/L|115-150||||F`,
    'OBX|2|NM|6690-2^白细胞计数^LN||6.1|10*9/L|3.5-9.5||||F',
    `OBX|3|NM|L${n % 40}^本院项目^99LIS||${n % 9}|ng/mL|0-5||||F`,
  ].join('\r');

/** HL7 v2 in messages per second: read alone, by HTTP and by MLLP, on one connection and on eight, each durable before its answer. */
export default (): Promise<BenchRow[]> =>
  withIntake(async (services) => {
    const endpoint = createHl7v2Endpoint(services);
    const sender = { port: null, application: '*', facility: '*', account: 'b', charset: null };
    const mllp = await startMllp(
      { ...services, account: async () => system, onRefused: () => {} },
      { host: '127.0.0.1', ports: [0], senders: [sender], tls: null },
    );
    let next = 0;
    const some = (many: number): string[] => Array.from({ length: many }, () => messageOf(next++));

    const byHttp = async (messages: readonly string[]): Promise<void> => {
      for (const body of messages) {
        const headers = { 'content-type': 'x-application/hl7-v2+er7' };
        const request = new Request('http://bench/hl7v2', { method: 'POST', headers, body });
        const { status } = await endpoint(request, { principal: system, requestId: 'bench' });
        if (status !== 200) throw new Error(`A message was answered with ${status}.`);
      }
    };
    const byMllp = (messages: readonly string[]): Promise<void> =>
      new Promise((done, fail) => {
        let answered = 0;
        const socket = dial({ host: '127.0.0.1', port: mllp.ports[0] ?? 0 }, () => {
          for (const one of messages) socket.write(framed(Buffer.from(one)));
        });
        socket.on('error', fail);
        socket.on('data', (chunk) => {
          if (chunk.includes('MSA|AE') || chunk.includes('MSA|AR'))
            fail(new Error('A message was refused.'));
          answered += chunk.toString('latin1').split('MSA|').length - 1;
          if (answered < messages.length) return;
          socket.end();
          done();
        });
      });
    const rate = async (
      connections: number,
      send: (messages: readonly string[]) => Promise<void>,
    ): Promise<number> => {
      const shares = Array.from({ length: connections }, () => some(MESSAGES / connections));
      const from = performance.now();
      await Promise.all(shares.map(send));
      return MESSAGES / ((performance.now() - from) / 1000);
    };
    const read = async (messages: readonly string[]): Promise<void> => {
      const format = hl7v2(services.intake);
      for (const one of messages) await format(Buffer.from(one), async () => {});
    };
    const note = `${MESSAGES} reports of three results of 200 patients, a third of the codes the laboratory’s own, each committed before its answer`;
    try {
      await byHttp(some(100));
      const row = async (name: string, value: Promise<number>): Promise<BenchRow> => ({
        ...{ name: `HL7 v2 ${name}`, value: await value, unit: 'messages/s', note },
      });
      return [
        await row('read alone', rate(1, read)),
        await row('by HTTP, one connection', rate(1, byHttp)),
        await row('by HTTP, eight connections', rate(8, byHttp)),
        await row('by MLLP, one connection', rate(1, byMllp)),
        await row('by MLLP, eight connections', rate(8, byMllp)),
      ];
    } finally {
      await mllp.stop();
    }
  });
