import type { Filter } from './filters.ts';

const API = 'v2.0.0';
const SPECIFICATION = 'https://raw.githubusercontent.com/ga4gh-beacon/beacon-v2/main';
const model = (entity: string) =>
  `${SPECIFICATION}/models/json/beacon-v2-default-model/${entity}/defaultSchema.json`;

/** How much an answer tells; rows are never answered. */
export type Granularity = 'boolean' | 'count';

/** What this beacon answers of, with the folder of the default model's schema. */
const ENTRY_TYPES = {
  individual: { folder: 'individuals', name: 'Individual', term: 'NCIT:C25190', label: 'Person' },
  biosample: { folder: 'biosamples', name: 'Biosample', term: 'NCIT:C70699', label: 'Biospecimen' },
  cohort: { folder: 'cohorts', name: 'Cohort', term: 'NCIT:C61512', label: 'Cohort' },
  dataset: { folder: 'datasets', name: 'Dataset', term: 'NCIT:C47824', label: 'Data set' },
} as const;
export type EntryType = keyof typeof ENTRY_TYPES;

export interface Beacon {
  /** Its id: the platform's host name, turned about. */
  readonly id: string;
  /** Where it is, without a slash at the end. */
  readonly url: string;
  readonly version: string;
  readonly open: 'public' | 'clients';
}

export interface Asked {
  readonly filters: readonly Filter[];
  readonly granularity: Granularity;
  /** What was asked for: rows (`record`, `aggregated`) are answered as a count. */
  readonly requested: string;
  readonly skip: number;
  /** Entries of a page; 0 for every one. */
  readonly limit: number;
  readonly test: boolean;
}

const meta = (
  { id }: Beacon,
  entity: EntryType | null,
  { filters, granularity, requested, skip, limit, test }: Asked,
) => ({
  beaconId: id,
  apiVersion: API,
  returnedGranularity: granularity,
  receivedRequestSummary: {
    apiVersion: API,
    requestedSchemas: [],
    pagination: { skip, limit },
    requestedGranularity: requested,
    includeResultsetResponses: 'NONE',
    testMode: test,
    filters: filters.map(({ id: filter }) => filter),
  },
  testMode: test,
  returnedSchemas:
    entity === null ? [] : [{ entityType: entity, schema: model(ENTRY_TYPES[entity].folder) }],
});
const NOTHING_ASKED: Asked = {
  ...{ filters: [], granularity: 'boolean', requested: 'boolean', skip: 0, limit: 0, test: false },
};
const informational = (beacon: Beacon, response: object) => ({
  meta: meta(beacon, null, NOTHING_ASKED),
  response,
});

/** Whether there are any, and how many as they may be told: too few are answered as none. */
export const counted = (
  beacon: Beacon,
  entity: EntryType,
  asked: Asked,
  count: number | null,
  minimumCell: number,
) => ({
  meta: meta(beacon, entity, asked),
  responseSummary: {
    exists: count !== null,
    ...(asked.granularity === 'count' && { numTotalResults: count ?? 0 }),
  },
  info: {
    disclosureControl: `Fewer than ${minimumCell} are answered as none; counts are moved by the noise of their set of persons.`,
  },
});

export const collections = (
  beacon: Beacon,
  entity: EntryType,
  asked: Asked,
  found: readonly object[],
) => ({
  meta: meta(beacon, entity, asked),
  responseSummary: { exists: found.length > 0, numTotalResults: found.length },
  response: {
    collections: found.slice(
      asked.skip * asked.limit,
      asked.limit === 0 ? undefined : (asked.skip + 1) * asked.limit,
    ),
  },
});

export const refused = (beacon: Beacon, errorCode: number, errorMessage: string) => ({
  meta: meta(beacon, null, NOTHING_ASKED),
  error: { errorCode, errorMessage },
});

const organization = (beacon: Beacon) => ({
  id: beacon.id,
  name: 'National Oncology Data Platform',
  welcomeUrl: beacon.url,
});

export const info = (beacon: Beacon) =>
  informational(beacon, {
    ...{ id: beacon.id, name: 'National Oncology Data Platform', apiVersion: API },
    environment: 'prod',
    organization: organization(beacon),
    description:
      'Whether and how many persons of the newest de-identified release meet some filters: booleans and protected counts, never rows.',
    version: beacon.version,
    welcomeUrl: beacon.url,
  });

/** GA4GH service-info 1.0. */
export const serviceInfo = (beacon: Beacon) => ({
  ...{ id: beacon.id, name: 'National Oncology Data Platform', version: beacon.version },
  type: { group: 'org.ga4gh', artifact: 'beacon', version: API },
  organization: { name: 'National Oncology Data Platform', url: beacon.url },
});

const entryTypes = Object.fromEntries(
  Object.entries(ENTRY_TYPES).map(([id, { folder, name, term, label }]) => [
    id,
    {
      ...{ id, name, partOfSpecification: `Beacon ${API}` },
      ontologyTermForThisType: { id: term, label },
      defaultSchema: {
        id: `ga4gh-beacon-${id}-${API}`,
        name: `Default schema of a ${name.toLowerCase()}`,
        referenceToSchemaDefinition: model(folder),
        schemaVersion: API,
      },
    },
  ]),
);

export const configuration = (beacon: Beacon) =>
  informational(beacon, {
    $schema: `${SPECIFICATION}/framework/json/configuration/beaconConfigurationSchema.json`,
    maturityAttributes: { productionStatus: 'PROD' },
    securityAttributes: {
      defaultGranularity: 'boolean',
      securityLevels: [beacon.open === 'public' ? 'PUBLIC' : 'REGISTERED'],
    },
    entryTypes,
  });

export const map = (beacon: Beacon) =>
  informational(beacon, {
    $schema: `${SPECIFICATION}/framework/json/configuration/beaconMapSchema.json`,
    endpointSets: Object.fromEntries(
      Object.entries(ENTRY_TYPES).map(([id, { folder }]) => [
        id,
        {
          ...{ entryType: id, rootUrl: `${beacon.url}/beacon/${folder}` },
          filteringTermsUrl: `${beacon.url}/beacon/filtering_terms`,
          ...((id === 'dataset' || id === 'cohort') && {
            singleEntryUrl: `${beacon.url}/beacon/${folder}/{id}`,
            endpoints: {
              individual: {
                returnedEntryType: 'individual',
                url: `${beacon.url}/beacon/${folder}/{id}/individuals`,
              },
              biosample: {
                returnedEntryType: 'biosample',
                url: `${beacon.url}/beacon/${folder}/{id}/biosamples`,
              },
            },
          }),
        },
      ]),
    ),
  });

export const types = (beacon: Beacon) => informational(beacon, { entryTypes });

export const terms = (beacon: Beacon, filteringTerms: readonly object[]) =>
  informational(beacon, {
    filteringTerms,
    resources: [
      {
        ...{ id: 'ncit', name: 'NCI Thesaurus', namespacePrefix: 'NCIT' },
        url: 'http://purl.obolibrary.org/obo/ncit.owl',
        iriPrefix: 'http://purl.obolibrary.org/obo/NCIT_',
      },
    ],
  });
