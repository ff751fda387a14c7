import { type Doors, few, onTheLine } from './sent.ts';

const HEADERS = [
  ...[
    'authorization',
    'cookie',
    'x-request-id',
    'accept',
    'accept-language',
    'accept-encoding',
    'content-type',
  ],
  ...[
    'content-encoding',
    'if-none-match',
    'if-match',
    'if-none-exist',
    'origin',
    'referer',
    'x-forwarded-for',
    'host',
  ],
  ...[
    'sec-fetch-site',
    'x-nodp-csrf',
    'prefer',
    'range',
    'content-disposition',
    'x-forwarded-proto',
  ],
];
const VALUES = few([
  ...[
    '\xff\xfe',
    'Bearer \xed\xa0\xbd',
    'nodp_session=%00',
    'nodp_session=%zz',
    'a\u0000b',
    '\u0001',
    'x'.repeat(8_000),
  ],
  ...[
    '*',
    ',,,,',
    '"',
    ';q=',
    'text/csv;charset=\xff',
    'multipart/form-data; boundary=',
    'bytes=-',
  ],
]);
const ASKED: readonly (readonly [string, string, string])[] = [
  ['POST', '/graphql', 'clinician'],
  ['GET', '/graphql', 'clinician'],
  ['POST', '/fhir', 'hospital-system'],
  ['GET', '/fhir/Patient', 'hospital-system'],
  ['POST', '/csv', 'data-manager'],
  ['POST', '/csv/preview', 'data-manager'],
  ['POST', '/dicom-web/studies', 'hospital-system'],
  ['GET', '/dicom-web/studies', 'hospital-system'],
  ['POST', '/hl7v2', 'hospital-system'],
  ['POST', '/auth/sign-in', ''],
  ['GET', '/', ''],
  ['GET', '/audit/events.csv', 'data-manager'],
];

/** Requests with each value in each header: what was answered as a fault of the platform, and how many were answered at all. */
export const headers = async (
  doors: Doors,
): Promise<{ readonly faults: string[]; readonly answered: number; readonly tries: number }> => {
  const faults: string[] = [];
  let [answered, tries] = [0, 0];
  for (const [method, path, account] of ASKED)
    for (const name of HEADERS)
      for (const value of VALUES) {
        tries++;
        const status = await onTheLine(doors, [
          `${method} ${path} HTTP/1.1`,
          ...(name === 'host' ? [] : ['host: localhost']),
          ...(account === '' || name === 'authorization'
            ? []
            : [`authorization: Bearer ${doors.tokens.get(account)}`]),
          ...(method === 'POST' ? ['content-length: 0'] : []),
          `${name}: ${value}`,
        ]);
        if (status >= 500)
          faults.push(`${status} ${method} ${path} ${name}: ${value.slice(0, 20)}`);
        if (status > 0) answered++;
      }
  return { faults, answered, tries };
};
