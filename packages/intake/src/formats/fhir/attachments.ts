import type { Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import { TOO_LONG_PLACEHOLDER } from '@nodp/record/fhir';

/** An attachment as it is sent in base64 is at most this long: 50 MB of content. */
const LONGEST = Math.ceil((50 * 2 ** 20 * 4) / 3);
/** FHIR R4 lets a string be 1 MiB long; base64Binary has no such limit, but the check of the structure applies it. */
const LONG = 2 ** 20;

const tooLong = (where: string): Issue => ({
  severity: 'error',
  code: 'too-long',
  where,
  message: 'The attachment is larger than 50 MB. Send it in parts, or where it is kept (url).',
});

/**
 * The resource with a short content in place of each long attachment, for the check of its structure; and what
 * is too long to be taken.
 */
export const withoutAttachments = (
  resource: Resource,
  where: string,
): { readonly light: Resource; readonly issues: readonly Issue[] } => {
  const issues: Issue[] = [];
  const lighten = (value: unknown, at: string): unknown => {
    if (Array.isArray(value)) return value.map((v, i) => lighten(v, `${at}[${i}]`));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key !== 'data' || typeof inner !== 'string' || inner.length <= LONG)
          return [key, lighten(inner, `${at}.${key}`)];
        if (inner.length > LONGEST) {
          issues.push(tooLong(`${at}.data`));
        }
        // What is no base64 stays no base64.
        return [key, /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(inner) ? 'AAAA' : '?'];
      }),
    );
  };
  const light = lighten(resource, where) as Resource;
  return { light, issues };
};

/** Where attachments stood that were longer than is taken, whatever resource they are of. */
export const longerThanTaken = (
  resource: Resource,
  where: string,
  text = JSON.stringify(resource),
): Issue[] => {
  const find = (value: unknown, at: string): Issue[] =>
    Array.isArray(value)
      ? value.flatMap((v, i) => find(v, `${at}[${i}]`))
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => find(inner, `${at}.${key}`))
        : value === TOO_LONG_PLACEHOLDER
          ? [tooLong(at)]
          : [];
  return text.includes(TOO_LONG_PLACEHOLDER) ? find(resource, where) : [];
};

/** Whether a resource may hold a long attachment: one pass through its strings. */
export const isHeavy = (resource: Resource): boolean => {
  const heavy = (value: unknown): boolean =>
    typeof value === 'string'
      ? value.length > LONG
      : typeof value === 'object' && value !== null && Object.values(value).some(heavy);
  return heavy(resource);
};
