import type { Catalogue, CataloguedRelease } from './facts.ts';

const NAME = { en: 'National Oncology Data Platform', zh: '国家肿瘤数据平台' };
const both = ({ en, zh }: { readonly en: string; readonly zh: string }) => [
  { '@value': en, '@language': 'en' },
  { '@value': zh, '@language': 'zh' },
];

const years = ({ firstYear, lastYear }: CataloguedRelease): string | null =>
  firstYear === null || lastYear === null ? null : `${firstYear}/${lastYear}`;

const ACCESS = {
  en: 'Rows by an approved project; counts through disclosure control.',
  zh: '逐行数据须经课题批准；计数经过披露控制。',
};

const said = (cases: number | null, persons: number | null) => [
  ...(persons === null ? [] : [{ '@type': 'PropertyValue', name: 'persons', value: persons }]),
  ...(cases === null ? [] : [{ '@type': 'PropertyValue', name: 'cases', value: cases }]),
];

/**
 * The catalogue as schema.org's DataCatalog.
 * @param url of the platform, without a slash at the end
 */
export const schemaOrg = ({ releases, dataSets, projects }: Catalogue, url: string) => {
  const publisher = { '@type': 'Organization', name: NAME.en, alternateName: NAME.zh, url };
  const [newest] = releases;
  return {
    '@context': 'https://schema.org',
    '@type': 'DataCatalog',
    '@id': `${url}/catalogue`,
    url: `${url}/catalogue`,
    name: NAME.en,
    alternateName: NAME.zh,
    publisher,
    inLanguage: ['en', 'zh'],
    dataset: [
      ...releases.map((release) => ({
        '@type': 'Dataset',
        '@id': `${url}/catalogue#release-${release.number}`,
        url: `${url}/catalogue#release-${release.number}`,
        identifier: [`release-${release.number}`, `sha256:${release.checksum}`],
        name: `${NAME.en}, release ${release.number}`,
        description: `De-identified cases of cancer diagnosed ${release.firstYear ?? '?'} to ${release.lastYear ?? '?'}, an immutable release. ${ACCESS.en}`,
        version: String(release.number),
        datePublished: release.builtAt,
        isAccessibleForFree: true,
        conditionsOfAccess: ACCESS.en,
        ...(years(release) !== null && { temporalCoverage: years(release) }),
        variableMeasured: [
          ...said(release.cases, release.persons),
          ...release.tables.map(({ name, description }) => ({
            ...{ '@type': 'PropertyValue', name, description: description.en },
          })),
        ],
        ...{ publisher, includedInDataCatalog: { '@id': `${url}/catalogue` } },
      })),
      ...dataSets.map(({ id, label, definition, cases, elements }) => ({
        '@type': 'Dataset',
        '@id': `${url}/catalogue#data-set-${id}`,
        url: `${url}/catalogue#data-set-${id}`,
        identifier: [`single-disease-${id}`],
        name: `${label.en}: single-disease data set of release ${newest?.number ?? '?'}`,
        alternateName: label.zh,
        description: `${definition.en}; ${elements} elements. ${ACCESS.en}`,
        conditionsOfAccess: ACCESS.en,
        variableMeasured: said(cases, null),
        ...(newest && { isPartOf: { '@id': `${url}/catalogue#release-${newest.number}` } }),
        ...{ publisher, includedInDataCatalog: { '@id': `${url}/catalogue` } },
      })),
    ],
    ...(projects.length > 0 && {
      subjectOf: projects.map(({ title, institutions, approved, ended }) => ({
        ...{
          '@type': 'ResearchProject',
          name: title,
          foundingDate: approved,
          dissolutionDate: ended,
        },
        member: institutions.map((name) => ({ '@type': 'Organization', name })),
      })),
    }),
  };
};

/** The catalogue in the W3C's Data Catalog Vocabulary, version 3. @param url as above */
export const dcat = ({ releases, dataSets }: Catalogue, url: string) => {
  const publisher = { '@type': 'foaf:Agent', 'foaf:name': both(NAME) };
  const rights = { '@type': 'dct:RightsStatement', 'rdfs:label': both(ACCESS) };
  return {
    '@context': {
      dcat: 'http://www.w3.org/ns/dcat#',
      dct: 'http://purl.org/dc/terms/',
      foaf: 'http://xmlns.com/foaf/0.1/',
      rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
      spdx: 'http://spdx.org/rdf/terms#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
    },
    '@id': `${url}/catalogue`,
    '@type': 'dcat:Catalog',
    'dct:title': both(NAME),
    'dct:publisher': publisher,
    'dcat:dataset': [
      ...releases.map((release) => ({
        '@id': `${url}/catalogue#release-${release.number}`,
        '@type': 'dcat:Dataset',
        'dct:title': both({
          en: `${NAME.en}, release ${release.number}`,
          zh: `${NAME.zh}，发布版${release.number}`,
        }),
        'dct:identifier': `release-${release.number}`,
        'dcat:version': String(release.number),
        'dct:issued': { '@value': release.builtAt, '@type': 'xsd:dateTime' },
        'dct:accessRights': rights,
        'dct:publisher': publisher,
        'spdx:checksum': {
          '@type': 'spdx:Checksum',
          'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
          'spdx:checksumValue': release.checksum,
        },
        ...(release.firstYear !== null &&
          release.lastYear !== null && {
            'dct:temporal': {
              '@type': 'dct:PeriodOfTime',
              'dcat:startDate': { '@value': String(release.firstYear), '@type': 'xsd:gYear' },
              'dcat:endDate': { '@value': String(release.lastYear), '@type': 'xsd:gYear' },
            },
          }),
      })),
      ...dataSets.map(({ id, label, definition }) => ({
        '@id': `${url}/catalogue#data-set-${id}`,
        '@type': 'dcat:Dataset',
        'dct:title': both(label),
        'dct:description': both(definition),
        'dct:identifier': `single-disease-${id}`,
        'dct:accessRights': rights,
        'dct:publisher': publisher,
      })),
    ],
    'dcat:service': [
      {
        '@type': 'dcat:DataService',
        'dct:title': both({ en: 'GA4GH Beacon v2', zh: 'GA4GH Beacon v2' }),
        'dcat:endpointURL': { '@id': `${url}/beacon` },
      },
    ],
  };
};
