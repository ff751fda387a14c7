import type {
  CodeableConcept,
  Condition,
  Medication,
  MedicationStatement,
  Observation,
  Quantity,
  Resource,
} from '@medplum/fhirtypes';
import {
  ATC,
  codings,
  digitsOf,
  ICD_O_3,
  LOINC,
  RXNORM,
  SNOMED,
  verificationOf,
} from '@nodp/record/fhir';
import type { CodeDomain } from '@nodp/terminology/code-tables';
import { drugOfName } from '@nodp/terminology/drugs';
import type { CodeTables } from './tables.ts';

/** A code of the sender's own in a record, and by which mapping it was read. */
export interface LocalCode {
  readonly domain: CodeDomain;
  /** As sent; empty where none was. */
  readonly system: string;
  readonly code: string;
  readonly display: string | null;
  /** A value that came under it, such as `12.4 ng/mL (0–5)`; null where there is none that names nobody. */
  readonly example: string | null;
  /** The latest mapping of the code; 0 where it has none. */
  readonly mapping: number;
  readonly mapped: boolean;
}

/** A resource as it is read: with the codes that its sender's own ones mean, beside them. */
export interface Mapped {
  readonly resource: Resource;
  readonly codes: readonly LocalCode[];
}

/** Systems that the platform reads of each domain; a code of any other is its sender's own. */
const READ: Readonly<Record<CodeDomain, RegExp>> = {
  TEST: known(LOINC, SNOMED),
  DIAGNOSIS: known(SNOMED, ICD_O_3, 'icd-?10', 'icd-?9', '2\\.16\\.156\\.10011\\.2\\.3'),
  SITE: known(SNOMED, ICD_O_3, 'icd-?10'),
  DRUG: known(ATC, RXNORM, SNOMED),
};

function known(...systems: readonly string[]): RegExp {
  return new RegExp(systems.map((one) => one.replaceAll('/', '\\/')).join('|'), 'i');
}

/** What is longer is no code, and names that are longer are sentences. */
const LONGEST = { system: 200, code: 100, words: 80, display: 200 };

const NOBODYS = /^(entered-in-error|cancelled)$/;

/** Whether nothing is read of a resource, whatever its codes mean. */
const isTakenBack = (resource: Resource): boolean =>
  NOBODYS.test(String((resource as { status?: unknown }).status ?? '')) ||
  (resource.resourceType === 'Condition' &&
    /^(entered-in-error|refuted)$/.test(verificationOf(resource as Condition) ?? ''));

const amount = (quantity: Quantity): string => {
  const { comparator = '', unit, code } = quantity;
  return `${comparator}${digitsOf(quantity) ?? quantity.value} ${unit ?? code ?? ''}`.trim();
};

/** A measured value with its unit and range: what tells two tests of one name apart. */
const exampleOf = (valued: {
  readonly valueQuantity?: Quantity;
  readonly referenceRange?: Observation['referenceRange'];
}): string | null => {
  const { valueQuantity, referenceRange } = valued;
  if (valueQuantity?.value === undefined) return null;
  const { low, high } = referenceRange?.[0] ?? {};
  const range =
    low?.value === undefined && high?.value === undefined
      ? ''
      : ` (${low?.value ?? ''}–${high?.value ?? ''})`;
  return `${amount(valueQuantity)}${range}`.slice(0, 60);
};

/**
 * Finds the codes of a sender's own in sound resources, and puts beside each what the sender's institution says it means: the
 * kinds then read the resource as if both had been sent.
 * @param isRest whether no kind claims the resource for what it is, so that its code alone says what it says
 */
export const localCodes = (tables: CodeTables, isRest: (resource: Resource) => boolean) => {
  const known = new WeakMap<Resource, Mapped>();

  const concept = (
    domain: CodeDomain,
    sent: CodeableConcept | undefined,
    example: string | null,
    codes: LocalCode[],
  ): CodeableConcept | undefined => {
    if (sent === undefined) return undefined;
    const all = codings(sent);
    if (all.some(({ system }) => system !== undefined && READ[domain].test(system))) return sent;
    const first = all[0];
    const words = sent.text?.trim();
    const code = first?.code ?? (words && words.length <= LONGEST.words ? words : undefined);
    const system = first?.sent ?? first?.system ?? '';
    if (code === undefined || code.length > LONGEST.code || system.length > LONGEST.system)
      return sent;
    const display = (first?.display ?? words ?? null)?.slice(0, LONGEST.display) ?? null;
    const meaning = tables.meaning(domain, system, code);
    const target = meaning?.target ?? null;
    codes.push({
      ...{ domain, system, code, display, example },
      mapping: meaning?.id ?? 0,
      mapped: target !== null,
    });
    if (target === null) return sent;
    return {
      ...sent,
      coding: [...(sent.coding ?? []), target],
      ...(words || display === null ? {} : { text: display }),
    };
  };

  /** A drug is known by its name in whatever code it comes. */
  const drug = (sent: CodeableConcept | undefined, example: string | null, codes: LocalCode[]) => {
    const names = [sent?.text, ...codings(sent).map(({ display }) => display)];
    return names.some((name) => name && drugOfName(name) !== null)
      ? sent
      : concept('DRUG', sent, example, codes);
  };

  const read = (resource: Resource): Mapped => {
    const codes: LocalCode[] = [];
    switch (resource.resourceType) {
      case 'Observation': {
        const o = resource as Observation;
        if (!isRest(o)) break;
        const code = concept('TEST', o.code, exampleOf(o as never), codes);
        const component = o.component?.map((c) => ({
          ...c,
          code: concept('TEST', c.code, exampleOf(c as never), codes),
        }));
        return {
          resource: { ...o, code, ...(component === undefined ? {} : { component }) } as Resource,
          codes,
        };
      }
      case 'Condition': {
        const c = resource as Condition;
        const code = isRest(c) ? concept('DIAGNOSIS', c.code, null, codes) : c.code;
        const bodySite = c.bodySite?.map((site) => concept('SITE', site, null, codes));
        return {
          resource: {
            ...c,
            ...(code === undefined ? {} : { code }),
            ...(bodySite === undefined ? {} : { bodySite }),
          } as Resource,
          codes,
        };
      }
      case 'MedicationRequest':
      case 'MedicationAdministration':
      case 'MedicationStatement': {
        const m = resource as MedicationStatement;
        const sent = m.medicationCodeableConcept;
        const of = drug(sent, null, codes);
        const contained = m.contained?.map((one) =>
          one.resourceType === 'Medication' ? medication(one as Medication, codes) : one,
        );
        return {
          resource: {
            ...m,
            ...(of === undefined ? {} : { medicationCodeableConcept: of }),
            ...(contained === undefined ? {} : { contained }),
          } as Resource,
          codes,
        };
      }
      case 'Medication':
        return { resource: medication(resource as Medication, codes), codes };
    }
    return { resource, codes };
  };

  const medication = (m: Medication, codes: LocalCode[]): Medication => {
    const code = drug(m.code, null, codes);
    return code === undefined ? m : { ...m, code };
  };

  return (resource: Resource): Mapped => {
    const before = known.get(resource);
    if (before !== undefined) return before;
    const made = isTakenBack(resource) ? { resource, codes: [] } : read(resource);
    const mapped = made.codes.length === 0 ? { resource, codes: made.codes } : made;
    known.set(resource, mapped);
    // What was mapped is mapped again to itself: a reference may lead to it.
    known.set(mapped.resource, mapped);
    return mapped;
  };
};
