import { parametersOf } from './reading/question.ts';
import { type ServedType, servedTypes } from './reading/served.ts';

const REFERENCE_ONLY = [
  'Device',
  'Location',
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
];

const searchParam = (served: ServedType) => [
  { name: '_id', type: 'token' },
  { name: '_lastUpdated', type: 'date' },
  {
    name: 'identifier',
    type: 'token',
    documentation:
      served.type === 'Patient'
        ? 'system|value as sent, or a record number or national identifier alone'
        : 'of records that their sender knows by an identifier instead of an id',
  },
  ...parametersOf(served),
];

/** What is given back of a type: the institution's own records. */
const reading = (served: ServedType) => ({
  interaction: [{ code: 'read' }, { code: 'search-type' }],
  searchParam: searchParam(served),
  ...(served.references.length === 0
    ? {}
    : { searchInclude: served.references.map(({ name }) => `${served.type}:${name}`) }),
  ...(served.type === 'Patient'
    ? {
        operation: [
          {
            name: 'everything',
            definition: 'http://hl7.org/fhir/OperationDefinition/Patient-everything',
          },
          {
            name: 'export',
            definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/patient-export',
          },
        ],
      }
    : {}),
});

const resource = (read: ReadonlySet<string>) => (type: string) => {
  const served = servedTypes.get(type);
  const given = served === undefined ? null : reading(served);
  return {
    type,
    ...given,
    interaction: [...(given?.interaction ?? []), { code: 'create' }, { code: 'update' }],
    versioning: 'versioned',
    readHistory: false,
    updateCreate: true,
    conditionalCreate: true,
    conditionalRead: given === null ? 'not-supported' : 'not-match',
    conditionalUpdate: type === 'Patient',
    conditionalDelete: 'not-supported',
    documentation: read.has(type)
      ? 'Read into the clinical pool. Known again by its id, else its first identifier.'
      : 'Retained as sent, for the records that refer to it.',
  };
};

/** Read by data managers and privacy officers. */
const auditEvent = {
  type: 'AuditEvent',
  interaction: [{ code: 'search-type' }],
  searchParam: [
    { name: 'date', type: 'date', documentation: 'ge, le or eq a day of the national calendar' },
    { name: 'altid', type: 'token', documentation: 'the account' },
    { name: 'patient', type: 'token', documentation: "the patient's id in the graph" },
    { name: 'type', type: 'token', documentation: 'rest, 110114, 110101, 110106 or 110127' },
  ],
  documentation: 'The access audit, newest first; the next page by its link.',
};

/** What the FHIR endpoint can do: records go in, an institution's own come out, and so does the access audit. */
export const capabilityStatement = (
  url: string,
  version: string,
  date: string,
  read: ReadonlySet<string>,
) => ({
  resourceType: 'CapabilityStatement',
  status: 'active',
  date,
  kind: 'instance',
  software: { name: 'National Oncology Data Platform', version },
  implementation: { description: 'Records of the hospitals of the network', url: `${url}/fhir` },
  instantiates: ['http://hl7.org/fhir/uv/bulkdata/CapabilityStatement/bulk-data'],
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      documentation:
        'Takes transaction and batch Bundles and single resources of FHIR R4, gzip where wanted. A resource of a type not listed is retained as sent. Gives an institution its own records back: what it sent itself, by the ids that it gave.',
      security: {
        cors: false,
        description: "A hospital's system account: bearer token or session.",
      },
      resource: [...[...read, ...REFERENCE_ONLY].sort().map(resource(read)), auditEvent],
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
      operation: [
        {
          name: 'export',
          definition: 'http://hl7.org/fhir/uv/bulkdata/OperationDefinition/export',
          documentation:
            'With Prefer: respond-async, and _type, _since and _outputFormat (ndjson). One export of a client at a time; files are kept 24 hours.',
        },
      ],
    },
  ],
});
