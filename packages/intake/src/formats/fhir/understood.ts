import type { Resource } from '@medplum/fhirtypes';
import type { Issue } from '@nodp/record';
import { asText } from './keys.ts';

const modifiersIn = (value: unknown, where: string): { where: string; url: string }[] => {
  if (Array.isArray(value)) return value.flatMap((v, i) => modifiersIn(v, `${where}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key !== 'modifierExtension') return modifiersIn(inner, `${where}.${key}`);
    const all: unknown[] = Array.isArray(inner) ? inner : [inner];
    return all.map((extension, i) => ({
      where: `${where}.modifierExtension[${i}]`,
      url: asText((extension as { url?: unknown } | null)?.url ?? 'without a url'),
    }));
  });
};

/**
 * What changes the meaning of a resource in a way that the platform does not understand (FHIR R4, 2.4.0.1
 * and 2.26.3.1): it must not be read as if it were not there.
 */
export const notUnderstood = (resource: Resource, where: string): Issue[] => {
  const issues: Issue[] = [];
  const text = JSON.stringify(resource);
  if (text.includes('"modifierExtension"')) {
    for (const { where: at, url } of modifiersIn(resource, where)) {
      issues.push({
        severity: 'error',
        code: 'not-supported',
        where: at,
        message: `The platform does not understand the modifier ${url.slice(0, 200)}, which may turn the meaning round. Send the record without it, in FHIR's own elements.`,
      });
    }
  }
  const rules: unknown = resource.implicitRules;
  if (rules !== undefined) {
    issues.push({
      severity: 'error',
      code: 'not-supported',
      where: `${where}.implicitRules`,
      message: `The platform does not know the rules ${asText(rules).slice(0, 200)}. Send the record as plain FHIR R4, without implicitRules.`,
    });
  }
  return issues;
};
