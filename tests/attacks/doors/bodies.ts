import { patientBundle } from '../../patient-bundle.ts';
import { few, type Told, thorough } from './sent.ts';

/** As JSON writes them. */
const inJson = few([
  ...[
    'a\u0000b',
    'a\ud83d',
    '\udca9\ud83d',
    '\ufffe\uffff',
    '\u0001\u001b\u007f\u0085',
    '\u202e\u2066x',
    '',
  ],
  ...[
    '../../etc/passwd\u0000.png',
    '2026-02-30',
    '9'.repeat(400),
    '-0',
    'constructor',
    '__proto__',
    '李'.repeat(2_000),
  ],
]);

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The body with a text in the place of each value, each of its own, and of each name. */
const harmed = (body: Json, text: string, names: boolean): [where: string, Json][] => {
  const found: [string, Json][] = [];
  const walk = (value: Json, where: string, put: (value: Json) => Json): void => {
    if (Array.isArray(value))
      value.forEach((one, i) => {
        walk(one, `${where}[${i}]`, (other) => put(value.map((was, j) => (i === j ? other : was))));
      });
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) {
        walk(one, `${where}.${name}`, (other) => put({ ...value, [name]: other }));
        if (names) {
          const { [name]: _, ...rest } = value as Record<string, Json>;
          found.push([`${where}.${name} by its name`, put({ ...rest, [text]: one })]);
        }
      }
    else found.push([where, put(text)]);
  };
  walk(body, '', (value) => value);
  return found;
};

const uuid = '01900000-0000-7000-8000-000000000001';
const patient = 'pat_AAAAAAAAAAAAAAAAAAAAAA';
const words = { en: 'Words', zh: '文字' };

const BODIES: readonly {
  readonly account?: string;
  readonly path: string;
  readonly type?: string;
  readonly body: Json;
}[] = [
  {
    account: 'hospital-system',
    path: '/fhir',
    type: 'application/fhir+json',
    body: patientBundle({ results: 1 }) as Json,
  },
  {
    ...{ account: 'hospital-system', path: '/fhir/Patient', type: 'application/fhir+json' },
    body: {
      ...{
        resourceType: 'Patient',
        id: 'doors',
        active: true,
        gender: 'male',
        birthDate: '1950-02-03',
      },
      identifier: [{ system: 'urn:oid:1.2', value: 'D1', type: { text: 'MR' } }],
      name: [{ text: '王小明', family: '王', given: ['小明'] }],
      telecom: [{ system: 'phone', value: '13800000000' }],
      address: [{ text: '北京', city: '北京', postalCode: '100000' }],
      deceasedDateTime: '2024-01-01',
      extension: [{ url: 'http://example.org/x', valueString: 'x' }],
    },
  },
  {
    ...{ account: 'data-manager', path: '/csv/mappings' },
    body: {
      ...{ name: 'doors', kind: 'patient', header: ['id', 'name'] },
      columns: [{ column: 'id', field: 'patient_id' }],
    },
  },
  {
    account: 'data-manager',
    path: `/held/${uuid}/correct`,
    body: { values: [{ record: 0, field: 'value', value: '1' }] },
  },
  {
    account: 'data-manager',
    path: `/held/${uuid}/overrule`,
    body: { reason: 'Looked at on paper.' },
  },
  {
    ...{ account: 'followup', path: '/contact-outcomes' },
    body: {
      ...{ patient, contact: null, outcome: 'REACHED', on: '2026-01-05', status: null, died: null },
      ...{ cause: 'C34', note: 'well', next: '2026-05-05' },
    },
  },
  {
    ...{ account: 'followup', path: '/screening-rounds' },
    body: {
      patient,
      programme: 'lung',
      invited: '2026-01-01',
      declined: '2026-01-02',
      tested: '2026-01-03',
      test: 'LDCT',
      result: 'NEGATIVE',
    },
  },
  { account: 'followup', path: '/messages/text', body: { message: 'msg_A' } },
  {
    account: 'followup',
    path: '/messages/preview',
    body: { about: 'con_A', template: 'mtp_A', language: 'zh' },
  },
  {
    account: 'followup',
    path: '/messages/example',
    body: { occasion: 'PLAN', channel: 'SMS', title: words, text: words },
  },
  {
    ...{ account: 'clinician', path: '/dicom-web/measurements' },
    body: {
      study: '1.2',
      series: '1.3',
      instance: '1.4',
      frame: 1,
      kind: 'LENGTH',
      points: [
        [0, 0],
        [1, 1],
      ],
      note: 'x',
    },
  },
  {
    account: 'clinician',
    path: '/graphql',
    body: {
      query: '{ me { id } }',
      operationName: 'A',
      variables: { a: 'x' },
      documentId: 'x',
      extensions: { a: 'x' },
    },
  },
  { path: '/auth/sign-in', body: { account: 'nobody', password: 'x', code: '123456' } },
  {
    path: '/auth/second-factor/confirm',
    body: { account: 'nobody', password: 'x', code: '123456' },
  },
  { path: '/questionnaire/answer', body: { token: 'x'.repeat(32), term: 48, answers: [1, 2, 3] } },
  { path: '/message-reports', body: { id: uuid, state: 'delivered', reason: 'x' } },
  {
    path: '/beacon/individuals',
    body: {
      meta: { apiVersion: 'v2.0' },
      query: {
        filters: [{ id: 'NCIT:C3262', scope: 'individual' }],
        pagination: { skip: 0, limit: 1 },
        requestedGranularity: 'count',
      },
    },
  },
];

/** Every body with each of the texts at each of its places. */
export const bodies = (): Told[] =>
  BODIES.flatMap(({ account, path, type = 'application/json', body }) =>
    inJson.flatMap((text) =>
      harmed(body, text, thorough).map(([where, harm]) => ({
        ...(account !== undefined && { account }),
        ...{ method: 'POST', path, type, body: JSON.stringify(harm) },
        as: `${path} ${where} ${JSON.stringify(text).slice(0, 20)}`,
      })),
    ),
  );
