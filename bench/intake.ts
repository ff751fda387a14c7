import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, migrate, type Principal, startEmbedded } from '@nodp/database';
import { fhir, ingest, readSubmission, structureCheck } from '@nodp/intake';
import postgres from 'postgres';
import { clinicalIntake } from '../apps/gateway/src/fhir/intake.ts';
import { migrations } from '../apps/gateway/src/registry.ts';
import type { BenchRow } from './row.ts';

const BUNDLES = 60;
const RESULTS = 200;
const institution = '01900000-0000-7000-8000-000000000001';
const system: Principal = {
  accountId: 'bench',
  name: { en: 'Bench', zh: '基准' },
  role: 'SYSTEM',
  institutionId: institution,
};

/** LOINC code, unit, a usual value: what a hospital sends most of. */
const analytes = [
  ['718-7', 'g/dL', 13],
  ['6690-2', '10*3/uL', 6],
  ['777-3', '10*3/uL', 220],
  ['38483-4', 'mg/dL', 0.9],
  ['1975-2', 'mg/dL', 0.7],
  ['2857-1', 'ng/mL', 3],
] as const;

const observation = (patient: string, i: number) => {
  const [code, unit, value] = analytes[i % analytes.length] ?? analytes[0];
  const day = new Date(Date.UTC(2015, 0, 1 + Math.floor(i / analytes.length) * 20));
  return {
    resourceType: 'Observation',
    id: `${patient}-o${i}`,
    status: 'final',
    category: [
      {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/observation-category',
            code: 'laboratory',
          },
        ],
      },
    ],
    code: { coding: [{ system: 'http://loinc.org', code }] },
    subject: { reference: `urn:uuid:${patient}` },
    effectiveDateTime: day.toISOString(),
    valueQuantity: {
      value: value * (1 + (i % 7) / 50),
      unit,
      system: 'http://unitsofmeasure.org',
      code: unit,
    },
  };
};

/** One patient with a cancer, its drugs and 200 laboratory results, as a transaction. */
const bundleOf = (n: number): Uint8Array => {
  const patient = `bench-${n}`;
  const subject = { reference: `urn:uuid:${patient}` };
  const resources = [
    {
      resourceType: 'Patient',
      id: patient,
      name: [{ family: '王', given: [`${n}`] }],
      gender: 'female',
      birthDate: '1955-04-02',
    },
    {
      resourceType: 'Condition',
      id: `${patient}-c`,
      subject,
      code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'C34.1' }] },
      onsetDateTime: '2014-11-03',
    },
    ...Array.from({ length: 8 }, (_, i) => ({
      resourceType: 'MedicationAdministration',
      id: `${patient}-m${i}`,
      status: 'completed',
      subject,
      medicationCodeableConcept: {
        coding: [{ system: 'http://www.whocc.no/atc', code: 'L01XA01' }],
      },
      effectiveDateTime: `2015-0${i + 1}-10`,
    })),
    ...Array.from({ length: RESULTS }, (_, i) => observation(patient, i)),
  ];
  const entry = resources.map((resource) => ({
    fullUrl: `urn:uuid:${resource.id}`,
    resource,
    request: { method: 'POST', url: resource.resourceType },
  }));
  return Buffer.from(JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry }));
};

/** Bundle intake in resources per second: reading alone, writing what is new, sent again, four hospitals' connections at once. */
export default async function intake(): Promise<BenchRow[]> {
  const begun = performance.now();
  const before = process.memoryUsage().rss;
  const check = await structureCheck();
  const loaded = performance.now() - begun;
  const memory = process.memoryUsage().rss - before;

  const home = await mkdtemp(join(tmpdir(), 'nodp-bench-'));
  const server = await startEmbedded(home);
  const database = connect(server.applicationUrl);
  try {
    await migrate(server.ownerUrl, migrations);
    const owner = postgres(server.ownerUrl, { max: 1, onnotice: () => {} });
    await owner`insert into basic.institution (id, code, name_en, name_zh, tier, region_code)
      values (${institution}, 'B', 'Bench', '基准', 'NATIONAL', '110000')`;
    await owner.end();
    const services = clinicalIntake(new Uint8Array(32).fill(1));
    const perBundle = RESULTS + 10;
    const bundles = Array.from({ length: BUNDLES * 2 }, (_, n) => bundleOf(n));
    const send = (content: Uint8Array) =>
      database.session(system, (session) =>
        ingest(session, services, { channel: 'bench', content, format: fhir(services) }),
      );
    const rate = async (work: () => Promise<unknown>): Promise<number> => {
      const from = performance.now();
      await work();
      return (BUNDLES * perBundle) / ((performance.now() - from) / 1000);
    };
    const half = bundles.slice(0, BUNDLES);
    const other = bundles.slice(BUNDLES);
    for (const n of [9_998, 9_999]) await send(bundleOf(n));
    const read = await rate(async () => {
      for (const b of half)
        await readSubmission(JSON.parse(Buffer.from(b).toString()), check, services.fhir);
    });
    const one = await rate(async () => {
      for (const b of half) await send(b);
    });
    const again = await rate(async () => {
      for (const b of half) await send(b);
    });
    const four = await rate(async () => {
      const waiting = [...other];
      const worker = async () => {
        for (let b = waiting.pop(); b !== undefined; b = waiting.pop()) await send(b);
      };
      await Promise.all(Array.from({ length: 4 }, worker));
    });
    const note = `${BUNDLES} transactions of ${perBundle} resources, durable commits`;
    const rows: BenchRow[] = [
      {
        name: 'FHIR definitions loaded, once, after the server listens',
        value: loaded / 1000,
        unit: 's',
        note: `${Math.round(memory / 2 ** 20)} MB`,
      },
      { name: 'FHIR read and checked, not written', value: read, unit: 'resources/s' },
      {
        name: 'Bundle intake, new records, one connection',
        value: one,
        unit: 'resources/s',
        comparedWith: 'reading alone',
        ratio: one / read,
        note,
      },
      {
        name: 'Bundle intake, sent again unchanged',
        value: again,
        unit: 'resources/s',
        comparedWith: 'new records',
        ratio: again / one,
      },
      {
        name: 'Bundle intake, new records, four connections',
        value: four,
        unit: 'resources/s',
        comparedWith: 'one connection',
        ratio: four / one,
      },
    ];
    return rows;
  } finally {
    await database.end();
    await server.stop();
    await rm(home, { recursive: true, force: true });
  }
}

if (import.meta.main) console.table(await intake());
