const REFERENCE_ONLY = [
  'Device',
  'Location',
  'Medication',
  'Organization',
  'Practitioner',
  'PractitionerRole',
];

const resource = (read: ReadonlySet<string>) => (type: string) => ({
  type,
  interaction: [{ code: 'create' }, { code: 'update' }],
  versioning: 'versioned',
  readHistory: false,
  updateCreate: true,
  conditionalCreate: true,
  conditionalRead: 'not-supported',
  conditionalUpdate: type === 'Patient',
  conditionalDelete: 'not-supported',
  documentation: read.has(type)
    ? 'Read into the clinical pool. Known again by its id, else its first identifier.'
    : 'Retained as sent, for the records that refer to it.',
});

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

/** What the FHIR endpoint can do: records go in; they are read through the graph. The access audit comes out. */
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
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      documentation:
        'Takes transaction and batch Bundles and single resources of FHIR R4, gzip where wanted. A resource of a type not listed is retained as sent. Records are read through GraphQL at /graphql.',
      security: {
        cors: false,
        description: "A hospital's system account: bearer token or session.",
      },
      resource: [...[...read, ...REFERENCE_ONLY].sort().map(resource(read)), auditEvent],
      interaction: [{ code: 'transaction' }, { code: 'batch' }],
    },
  ],
});
