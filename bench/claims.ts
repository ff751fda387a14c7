import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, migrate, type Principal, startEmbedded } from '@nodp/database';
import { fhir, ingest } from '@nodp/intake';
import postgres from 'postgres';
import { clinicalIntake } from '../apps/gateway/src/fhir/intake.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import type { BenchRow } from './row.ts';

const PAIRS = 300;
/** Numbers of one Bundle: what a single one does not tell, many together may. */
const TOGETHER = 25;
const BUNDLES = 60;
const [here, there] = [1, 2].map((n) => `01900000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
];

/** A number of the resident identity card whose check character holds (GB 11643). */
const residentNumber = (n: number): string => {
  const digits = `110105195${String(Math.floor(n / 900) % 10)}0203${String(100 + (n % 900))}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return digits + '10X98765432'[sum % 11];
};

const patientOf = (id: string, n: number) => ({
  resourceType: 'Patient',
  id,
  name: [{ text: `王${n}` }],
  gender: 'male',
  birthDate: `195${Math.floor(n / 900) % 10}-02-03`,
  identifier: [
    {
      type: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NI' }],
      },
      system: 'urn:oid:2.16.156.10011.1.3',
      value: residentNumber(n),
    },
  ],
});

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** How often the slower of two calls is the one of a number that is known: 0.5 tells nothing. */
const guessed = (known: readonly number[], unknown: readonly number[]): number => {
  const wins = known.map((k) => unknown.filter((u) => k > u).length);
  return wins.reduce((sum, n) => sum + n, 0) / (known.length * unknown.length);
};

/** Whether the time of an answer tells a sender that a number is another hospital's patient's. */
export default async function claims(): Promise<BenchRow[]> {
  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home);
  const database = connect(server.applicationUrl);
  try {
    await migrate(server.ownerUrl, migrations);
    const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    for (const [i, id] of [here, there].entries())
      await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code)
        values (${id}, ${`B${i}`}, 'Bench', '基准', 'NATIONAL', '110000')`;
    await owner.end();
    const services = clinicalIntake(new Uint8Array(32).fill(1));
    const send = async (institutionId: string, resource: object) => {
      const name = { en: 'Bench', zh: '基准' };
      const system: Principal = { accountId: institutionId, name, role: 'SYSTEM', institutionId };
      const content = Buffer.from(JSON.stringify(resource));
      const begun = performance.now();
      await database.session(system, (session) =>
        ingest(session, services, { channel: 'bench', content, format: fhir(services) }),
      );
      return performance.now() - begun;
    };
    const bundleOf = (first: number, key: string) => ({
      resourceType: 'Bundle',
      type: 'batch',
      entry: Array.from({ length: TOGETHER }, (_, i) => ({
        resource: patientOf(`${key}-${first + i}`, first + i),
        request: { method: 'PUT', url: `Patient/${key}-${first + i}` },
      })),
    });
    for (let n = 0; n < PAIRS + BUNDLES * TOGETHER; n += TOGETHER)
      await send(here, bundleOf(n, 'known'));
    for (let n = 0; n < 100; n++) await send(there, patientOf(`warm-${n}`, 5_000 + n));
    /** Asks for known and unknown in turns; which of the two comes first changes, so that neither is the one after a pause. */
    const compared = async (
      name: string,
      times: number,
      ask: (n: number, isKnown: boolean) => Promise<number>,
    ) => {
      const [known, unknown]: [number[], number[]] = [[], []];
      for (let n = 0; n < times; n++) {
        if (n % 2 === 0) known.push(await ask(n, true));
        unknown.push(await ask(n, false));
        if (n % 2 === 1) known.push(await ask(n, true));
      }
      const share = Math.round(guessed(known, unknown) * 100);
      const row: BenchRow = {
        name,
        value: median(known),
        unit: 'ms',
        comparedWith: 'numbers nobody knows',
        ratio: median(known) / median(unknown),
        note: `${times} of each in turns; of two answers the slower is the known one’s in ${share} % (50 % tells nothing)`,
      };
      return row;
    };
    return [
      await compared('Claim of another hospital’s patient’s number', PAIRS, (n, isKnown) => {
        const of = isKnown ? n : 5_200 + n;
        return send(there, patientOf(`asked-${of}`, of));
      }),
      await compared(`Claims of ${TOGETHER} such numbers in a Bundle`, BUNDLES, (n, isKnown) =>
        send(there, bundleOf((isKnown ? PAIRS : 6_000) + n * TOGETHER, 'together')),
      ),
    ];
  } finally {
    await database.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

if (import.meta.main) console.table(await claims());
