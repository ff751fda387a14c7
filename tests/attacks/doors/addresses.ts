import { few, type Told } from './sent.ts';

/** As they stand in an address: the first three in every run. */
const inAddresses = few([
  ...[
    '%00',
    '%ED%A0%BD',
    '%zz',
    'a%00b',
    '%',
    '%E0%A4%A',
    '%ff',
    '%u0000',
    '%0d%0ax:y',
    '%2e%2e%2f',
  ],
  ...[
    '%F0%9F%98%80',
    '%C0%80',
    'x'.repeat(5_000),
    '-1',
    '1e999',
    '2026-02-30',
    '0000-01-01',
    "'%22%5C%60",
    '%25%30%30',
  ],
]);

/** `{}` is where the text goes. */
const ADDRESSES: readonly (readonly [
  account: string | undefined,
  method: string,
  paths: readonly string[],
])[] = [
  [
    'hospital-system',
    'GET',
    [
      ...['/fhir/{}', '/fhir/Patient/{}', '/fhir/Patient/{}/_history', '/fhir/Patient?{}=1'],
      ...[
        '/fhir/Patient?identifier={}',
        '/fhir/Patient?name={}',
        '/fhir/Patient?birthdate={}',
        '/fhir/Patient?_id={}',
      ],
      ...[
        '/fhir/Patient?_count={}',
        '/fhir/Patient?_page={}',
        '/fhir/Observation?code={}',
        '/fhir/Observation?date={}',
      ],
      ...[
        '/fhir/Observation?patient={}',
        '/fhir/Observation?value-quantity={}',
        '/fhir/Patient?_lastUpdated={}',
      ],
      ...[
        '/fhir/Patient?_include={}',
        '/fhir/Patient?_sort={}',
        '/fhir/Patient?_elements={}',
        '/fhir/Patient?_format={}',
      ],
      ...[
        '/fhir/$export?_type={}',
        '/fhir/$export?_since={}',
        '/fhir/$export-poll/{}',
        '/fhir/bulk/{}',
        '/fhir/Binary/{}',
      ],
      ...['/fhir/Patient/$everything?{}', '/fhir/Patient/{}/$everything', '/fhir/submissions/{}'],
      ...[
        '/dicom-web/studies?{}=1',
        '/dicom-web/studies?PatientName={}',
        '/dicom-web/studies?StudyDate={}',
      ],
      ...[
        '/dicom-web/studies?limit={}',
        '/dicom-web/studies?offset={}',
        '/dicom-web/studies?includefield={}',
      ],
      ...[
        '/dicom-web/studies/{}',
        '/dicom-web/studies/1.2/series/{}',
        '/dicom-web/studies/1.2/series/3/instances/{}',
      ],
      ...[
        '/dicom-web/studies/1/series/2/instances/3/frames/{}',
        '/dicom-web/studies/1/series/2/instances/3/bulkdata/{}',
      ],
      ...[
        '/dicom-web/studies/1/series/2/instances/3/rendered?window={}',
        '/dicom-web/studies/1/rendered?quality={}',
      ],
      ...[
        '/dicom-web/studies/1/rendered?viewport={}',
        '/dicom-web/set-aside?before={}',
        '/dicom-web/measurements?study={}',
      ],
    ],
  ],
  [
    'hospital-system',
    'DELETE',
    ['/fhir/Patient/{}', '/fhir/Observation?identifier={}', '/fhir/bulk/{}'],
  ],
  [
    'data-manager',
    'GET',
    [
      ...[
        '/csv/{}',
        '/csv/uploads/{}',
        '/csv/mappings/{}',
        '/csv/files/{}',
        '/csv/files/{}?rows=refused',
      ],
      ...[
        '/held/{}',
        '/held?after={}',
        '/held?edit={}',
        '/held?state={}',
        '/network?month={}',
        '/network/{}',
      ],
      ...[
        '/network/{}/report.csv',
        '/network/{}/{}',
        '/audit/events.csv?account={}',
        '/audit/events.csv?patient={}',
      ],
      ...[
        '/audit/events.csv?from={}',
        '/audit/events.csv?action={}',
        '/audit/events.csv?institution={}',
        '/audit/{}',
      ],
      ...[
        '/fhir/AuditEvent?altid={}',
        '/fhir/AuditEvent?patient={}',
        '/fhir/AuditEvent?date={}',
        '/fhir/AuditEvent?_page={}',
      ],
      ...['/fhir/AuditEvent?type={}', '/fhir/AuditEvent?_count={}'],
    ],
  ],
  ['data-manager', 'DELETE', ['/csv/mappings/{}', '/csv/files/{}']],
  ['data-manager-national', 'GET', ['/network?month={}', '/network/{}', '/network?language={}']],
  [
    'clinician',
    'GET',
    ['/note-files/{}', '/graphql?query={}', '/graphql?query=%7Bme%7Bid%7D%7D&variables={}'],
  ],
  [
    'clinician',
    'POST',
    [
      '/note-files/{}',
      '/note-files/{}/take-back',
      '/rules/{}/answers',
      '/rules/ipi/answers?language={}',
    ],
  ],
  [
    'followup',
    'POST',
    [
      '/contact-outcomes/{}',
      '/contact-outcomes/{}/take-back',
      '/messages/{}',
      '/screening-rounds/{}/take-back',
    ],
  ],
  ['researcher', 'GET', ['/data-exports/{}']],
  [
    undefined,
    'GET',
    [
      ...[
        '/{}',
        '/assets/{}',
        '/patients/{}?x={}',
        '/auth/{}',
        '/auth/oidc/start?returnTo={}',
        '/auth/oidc/callback?code={}&state={}',
      ],
      ...[
        '/beacon/{}',
        '/beacon/datasets/{}',
        '/beacon/individuals?filters={}',
        '/beacon/cohorts/{}/individuals',
        '/catalogue/{}',
      ],
      ...['/metrics/{}', '/health/{}', '/.well-known/{}', '/questionnaire/{}'],
    ],
  ],
];

/** Every address with each of the texts. */
export const addresses = (): Told[] =>
  ADDRESSES.flatMap(([account, method, paths]) =>
    paths.flatMap((path) =>
      inAddresses.map((text) => ({
        ...(account !== undefined && { account }),
        ...{ method, path: path.replaceAll('{}', text), as: `${path} ${text.slice(0, 20)}` },
        ...(method === 'POST' && { type: 'application/json', body: '{}' }),
      })),
    ),
  );
