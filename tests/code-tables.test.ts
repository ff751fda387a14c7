import { askerOf, principalOf } from '@nodp/graph/testing';
import { hl7v2, ingest } from '@nodp/intake';
import { patients } from '@nodp/subgraph-patients';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { everyone, hospitals } from './fixtures.ts';
import { intake, type Setting, setUp } from './intake/setting.ts';

let db: Setting;
const message = (id: string, number: string, ...codes: string[]) =>
  db.database.session(everyone.SYSTEM, (session) =>
    ingest(session, intake, {
      channel: 'hl7v2',
      content: Buffer.from(
        [
          `MSH|^~\\&|LIS|H1|||20260801120000||ORU^R01|${id}|P|2.5.1||||||UNICODE UTF-8`,
          `PID|1||${number}^^^^MR||王^小明||19600102|M`,
          `OBR|1||F-${id}|CBC^^L|||20260801`,
          ...codes.map((code, i) => `OBX|${i + 1}|NM|${code}||12.${i}|ng/mL|0-5|H|||F`),
        ].join('\r'),
      ),
      format: hl7v2(intake),
      request: {},
    }),
  );
beforeAll(async () => {
  db = await setUp();
  await message('1', '7', 'CEA01^癌胚抗原测定^99LIS', 'AFP01^甲胎蛋白(AFP)^99LIS');
  await message('2', '8', 'AFP01^甲胎蛋白(AFP)^99LIS', '=cmd^=SUM(1)^99LIS');
});
afterAll(() => db.end());

const own = principalOf('DATA_MANAGER', hospitals.here);
const other = principalOf('DATA_MANAGER', hospitals.there);
const national = principalOf('DATA_MANAGER', null);
const ask = (query: string, variables: Record<string, unknown> = {}, who = own) =>
  askerOf(patients, db.database)(who, query, variables);

const LIST = `query ($institution: ID, $state: LocalCodeState, $search: String, $first: Int, $after: String) {
  localCodes(institution: $institution, state: $state, search: $search, first: $first, after: $after) {
    pageInfo { hasNextPage endCursor }
    edges { node { id institution { id code } domain system code display examples records unmapped lastSeenAt
      mapping { version target { system code label { zh } } reason by at } } }
  }
}`;
// biome-ignore lint/suspicious/noExplicitAny: an answer of the graph
const codes = async (variables = {}, who = own): Promise<any[]> => {
  const { data, codes: problems } = await ask(LIST, variables, who);
  expect(problems).toEqual([]);
  return data.localCodes.edges.map(({ node }: { node: object }) => node);
};

test('codes are listed most frequent first, page by page, with their words and values', async () => {
  const all = await codes();
  expect(all.map(({ code, unmapped }) => [code, unmapped])).toEqual([
    ['AFP01', 2],
    ['=cmd', 1],
    ['CEA01', 1],
  ]);
  expect(all[0]).toMatchObject({
    ...{ domain: 'TEST', system: '99LIS', display: '甲胎蛋白(AFP)', institution: { code: 'H1' } },
    ...{ examples: ['12.1 ng/mL (0–5)', '12.0 ng/mL (0–5)'], records: 2, mapping: null },
  });
  const first = (await ask(LIST, { first: 2 })).data.localCodes;
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect((await codes({ first: 2, after: first.pageInfo.endCursor })).map((c) => c.code)).toEqual([
    'CEA01',
  ]);
  expect((await codes({ search: '癌胚' })).map((c) => c.code)).toEqual(['CEA01']);
});

test('the likeliest standard codes are offered, and others by what is typed', async () => {
  const targets = `query ($search: String) { codeTargets(domain: TEST, code: "CEA01", display: "癌胚抗原测定", search: $search, first: 3) { system code label { zh } } }`;
  expect((await ask(targets)).data.codeTargets[0]).toMatchObject({ code: '2039-6' });
  expect((await ask(targets, { search: 'jiatai' })).data.codeTargets[0].label.zh).toContain('甲胎');
});

const MAP = `mutation ($code: LocalCodeInput!, $system: String, $target: String, $reason: String!) {
  mapLocalCode(code: $code, targetSystem: $system, targetCode: $target, reason: $reason) {
    problem code { unmapped mapping { target { code label { zh } } reason by } }
  }
}`;
const cea = { domain: 'TEST', system: '99LIS', code: 'CEA01' };

test('a code is mapped, changed and withdrawn; who did it, when and why stays in its history', async () => {
  const map = async (target: string | null, reason = 'by the laboratory’s list', who = own) => {
    const { data, codes: problems } = await ask(
      MAP,
      { code: cea, system: target && 'LOINC', target, reason },
      who,
    );
    expect(problems).toEqual([]);
    return data.mapLocalCode;
  };
  expect(await map('2039-7')).toMatchObject({ problem: 'NO_TARGET', code: { mapping: null } });
  expect(await map('2039-6', ' ')).toMatchObject({ problem: 'REASON' });
  expect(await map('2039-6')).toEqual({
    problem: null,
    code: {
      unmapped: 1,
      mapping: {
        ...{ target: { code: '2039-6', label: { zh: '癌胚抗原' } } },
        ...{ reason: 'by the laboratory’s list', by: own.accountId },
      },
    },
  });
  expect((await codes()).map(({ code }) => code)).not.toContain('CEA01');
  expect((await codes({ state: 'MAPPED' })).map(({ code }) => code)).toEqual(['CEA01']);
  await map(null, 'it was another test');
  const history = `query ($code: LocalCodeInput!) { localCodeMappings(code: $code) { version target { code } reason by at } }`;
  expect((await ask(history, { code: cea })).data.localCodeMappings).toMatchObject([
    { target: null, reason: 'it was another test', by: own.accountId },
    { target: { code: '2039-6' }, reason: 'by the laboratory’s list' },
  ]);
  const jobs = await db.owner`select kind, state, requested_by as by from basic.job`;
  expect(jobs).toEqual([{ kind: 'read-again', state: 'REQUESTED', by: own.accountId }]);
  const [noted] =
    await db.owner`select detail from basic.audit where action = 'change' and detail ? 'codes' order by at desc limit 1`;
  expect(noted?.detail).toMatchObject({
    institution: hospitals.here,
    reason: 'it was another test',
  });
});

test('an account sees and maps the codes of its institution; one of the nation says whose', async () => {
  const { data } = await ask('{ institutions { id code } }');
  const here = data.institutions.find(({ code }: { code: string }) => code === 'H1').id;
  expect(await codes({}, other)).toEqual([]);
  expect((await ask(LIST, { institution: here }, other)).codes).toEqual(['BAD_USER_INPUT']);
  expect((await ask(LIST, {}, national)).codes).toEqual(['BAD_USER_INPUT']);
  expect((await codes({ institution: here }, national)).length).toBe(3);
  const mapped = await ask(
    MAP,
    {
      code: { ...cea, institution: here },
      system: 'LOINC',
      target: '2039-6',
      reason: 'national list',
    },
    national,
  );
  expect(mapped.data.mapLocalCode.code.mapping.by).toBe(national.accountId);
});

const IMPORT = `mutation ($csv: String!) { importCodeTable(csv: $csv, reason: "list") { added problems { line reason { en zh } } } }`;

test('the table goes out as a file and comes back filled in; bad rows are told by line, a formula stays text', async () => {
  const out = (await ask('{ codeTableFile }')).data.codeTableFile as string;
  const lines = out.split('\r\n');
  expect(lines.slice(0, 3)).toEqual([
    '\uFEFFdomain,system,code,name,records,unmapped,target_system,target_code',
    'TEST,99LIS,AFP01,甲胎蛋白(AFP),2,2,,',
    "TEST,99LIS,'=cmd,'=SUM(1),1,1,,",
  ]);
  // It says nothing new as it is.
  expect((await ask(IMPORT, { csv: out })).data.importCodeTable).toEqual({
    added: 0,
    problems: [],
  });
  const filled = [
    lines[0],
    'TEST,99LIS,AFP01,甲胎蛋白(AFP),2,2,LOINC,1834-1',
    "TEST,99LIS,'=cmd,,,,LOINC,2039-6",
    'TEST,99LIS,X,,,,LOINC,not-a-code',
    'SOUL,99LIS,X,,,,LOINC,2039-6',
    'DRUG,HIS,新药,新药,,,ATC,L01XA01',
  ].join('\n');
  const { added, problems } = (await ask(IMPORT, { csv: filled })).data.importCodeTable;
  expect([added, problems.map(({ line }: { line: number }) => line)]).toEqual([3, [4, 5]]);
  expect(problems[0].reason.en).toContain('not-a-code');
  const mapped = await codes({ state: 'MAPPED' });
  expect(mapped.map(({ code }) => code).sort()).toEqual(['=cmd', 'AFP01', 'CEA01', '新药'].sort());
  expect((await ask(IMPORT, { csv: 'a,b\n1,2' })).codes).toEqual(['BAD_USER_INPUT']);
});
