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

const modifierIssue = ({ where, url }: { where: string; url: string }): Issue => ({
  severity: 'error',
  code: 'not-supported',
  where,
  message: `The platform does not understand the modifier ${url.slice(0, 200)}, which may turn the meaning round. Send the record without it, in FHIR's own elements.`,
});

const rulesIssue = (rules: unknown, where: string): Issue => ({
  severity: 'error',
  code: 'not-supported',
  where: `${where}.implicitRules`,
  message: `The platform does not know the rules ${asText(rules).slice(0, 200)}. Send the record as plain FHIR R4, without implicitRules.`,
});

/** The same of a Bundle, or of one of its entries, beside the resource that it holds: it speaks of everything inside. */
export const notUnderstoodAround = (
  around: Readonly<Record<string, unknown>>,
  where: string,
): Issue[] => [
  ...modifiersIn({ modifierExtension: around.modifierExtension ?? [] }, where).map(modifierIssue),
  ...modifiersIn(around.request ?? {}, `${where}.request`).map(modifierIssue),
  ...(around.implicitRules === undefined ? [] : [rulesIssue(around.implicitRules, where)]),
];

/**
 * What changes the meaning of a resource in a way that the platform does not understand (FHIR R4, 2.4.0.1
 * and 2.26.3.1): it must not be read as if it were not there.
 */
export const notUnderstood = (
  resource: Resource,
  where: string,
  text = JSON.stringify(resource),
): Issue[] => {
  const modifiers = text.includes('"modifierExtension"') ? modifiersIn(resource, where) : [];
  const contained = (resource as { contained?: unknown }).contained;
  const resources = [resource, ...(Array.isArray(contained) ? (contained as Resource[]) : [])];
  return [
    ...modifiers.map(modifierIssue),
    ...resources.flatMap((one, i) =>
      one.implicitRules === undefined
        ? []
        : [rulesIssue(one.implicitRules, i === 0 ? where : `${where}.contained[${i - 1}]`)],
    ),
  ];
};
