import { operationOutcomeOf } from '@nodp/intake';
import type { Issue } from '@nodp/record';
import type { Answer } from './answer.ts';

const FHIR_JSON = 'application/fhir+json; charset=utf-8; fhirVersion=4.0';

/** Sends an answer. */
export const respond = ({ status, headers, body }: Answer): Response =>
  new Response(body === null ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': FHIR_JSON, ...headers, 'cache-control': 'no-store' },
  });

/** An answer that says why nothing was done. */
export const refuse = (
  status: number,
  code: Issue['code'],
  message: string,
  headers = {},
): Response =>
  respond({
    status,
    headers,
    body: operationOutcomeOf([{ severity: 'error', code, where: '', message }]),
  });

/** Content types that a body of FHIR may have. */
export const JSON_TYPES = /^(application\/(fhir\+json|json|json\+fhir)|text\/json)\b/i;

/** A parameter of a Content-Type: `fhirVersion=4.0`, `charset="gb18030"`. */
export const parameter = (contentType: string, name: string): string | undefined =>
  new RegExp(`;\\s*${name}\\s*=\\s*"?([^";\\s]+)`, 'i').exec(contentType)?.[1];

/** Whether an Accept header allows JSON. */
export const wantsJson = (accept: string | null): boolean =>
  accept === null || /\*\/\*|application\/\*|json/i.test(accept);
