import type { Reference, Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import type { References } from '@nodp/record/fhir';

/** Calls for every value of a resource with its path. */
const walk = (
  value: unknown,
  path: string,
  visit: (value: unknown, path: string) => void,
): void => {
  visit(value, path);
  if (Array.isArray(value)) {
    for (const [i, item] of value.entries()) walk(item, `${path}[${i}]`, visit);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) walk(item, `${path}.${key}`, visit);
  }
};

const isEmpty = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/**
 * What the structure definitions let pass: text the database cannot hold (NUL, halves of surrogate pairs),
 * and elements without content (FHIR R4, ele-1).
 */
export const unsound = (
  resource: Resource,
  where: string,
  text = JSON.stringify(resource),
): Issue[] => {
  const issues: Issue[] = [];
  // The text is looked through once; only where something may be wrong is its place sought.
  if (!/\{\}|\[\]|""|\\u0000|\\ud[89a-f]/i.test(text)) return issues;
  const say = (path: string, code: Issue['code'], message: string) =>
    issues.push({ severity: 'error', code, where: path, message });
  walk(resource, where, (value, path) => {
    if (isEmpty(value)) {
      say(path, 'structure', 'The element is empty. Leave it out, or give it content.');
    } else if (typeof value === 'string' && (!value.isWellFormed() || value.includes('\0'))) {
      say(
        path,
        'value',
        'The text holds a NUL or half a Unicode character. Send it as valid Unicode.',
      );
    }
  });
  return issues;
};

/** References to other entries of the submission that are not there: they may be known from an earlier one. */
export const brokenReferences = (
  resource: Resource,
  where: string,
  references: References,
  text = JSON.stringify(resource),
): Issue[] => {
  const issues: Issue[] = [];
  if (!/"urn:/i.test(text)) return issues;
  walk(resource, where, (value, path) => {
    if (typeof value !== 'object' || value === null || !('reference' in value)) return;
    const { reference } = value as Reference;
    if (typeof reference !== 'string' || !/^urn:(uuid|oid):/i.test(reference)) return;
    if (references.find(value as Reference) !== undefined) return;
    issues.push({
      severity: 'warning',
      code: 'not-found',
      where: `${path}.reference`,
      message: `${reference} is no entry of this submission. Send the resource along with it (its fullUrl), or refer to it as Type/id.`,
    });
  });
  return issues;
};

type About = {
  readonly patient: string | null;
  readonly where: string;
  readonly issue: Issue | null;
};

interface WithSubject {
  readonly subject?: Reference;
  /** Where a resource can be of nothing but a patient (FamilyMemberHistory, AllergyIntolerance). */
  readonly patient?: Reference;
  readonly participant?: readonly { readonly actor?: Reference }[];
}

/** The patient that a resource is about. */
export const subjectOf = (
  resource: Resource,
  where: string,
  key: string,
  references: References,
  types: ReadonlySet<string>,
): About => {
  if (resource.resourceType === 'Patient') return { patient: key, where, issue: null };
  if (!types.has(resource.resourceType)) return { patient: null, where, issue: null };
  const { subject, patient, participant } = resource as WithSubject;
  const actor =
    participant?.findIndex((p) => references.resolve(p.actor)?.type === 'Patient') ?? -1;
  const [reference, path] =
    resource.resourceType === 'Appointment'
      ? [participant?.[actor]?.actor, actor < 0 ? 'participant' : `participant[${actor}].actor`]
      : subject === undefined && patient !== undefined
        ? [patient, 'patient']
        : [subject, 'subject'];
  const at = `${where}.${path}`;
  const target = references.resolve(reference);
  if (target === null) {
    const message = `It does not name its patient. Send a reference to the Patient in ${path}.`;
    return {
      patient: null,
      where: at,
      issue: { severity: 'error', code: 'required', where: at, message },
    };
  }
  // About a group, a device, a place: no one's record.
  if (target.type !== null && target.type !== 'Patient')
    return { patient: null, where: at, issue: null };
  return { patient: target.key, where: at, issue: null };
};
