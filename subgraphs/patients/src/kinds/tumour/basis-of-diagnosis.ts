import type { CodeableConcept, Coding, Condition, Extension } from '@medplum/fhirtypes';
import { codings } from '@nodp/record/fhir';
import {
  type BasisOfDiagnosis,
  basisOfDiagnosis,
  basisOfObds,
} from '@nodp/terminology/basis-of-diagnosis';

/** Code systems and extensions named for the basis of diagnosis, of any publisher. */
const IARC = /basis-?of-?diagnosis$/i;
const OBDS = /diagnosesicherung$/i;

const read = ({ system = '', code }: Pick<Coding, 'system' | 'code'>): BasisOfDiagnosis | null => {
  if (code === undefined) return null;
  if (OBDS.test(system)) return basisOfObds(code);
  return IARC.test(system) ? basisOfDiagnosis(code) : null;
};

/** The codings of an extension; one without a system is of the list that the extension is named for. */
const inExtension = (e: Extension): readonly Pick<Coding, 'system' | 'code'>[] => {
  if (!IARC.test(e.url) && !OBDS.test(e.url)) return [];
  const all: readonly Pick<Coding, 'system' | 'code'>[] = [
    ...codings(e.valueCodeableConcept),
    ...(e.valueCoding ? [e.valueCoding] : []),
    ...(e.valueCode ? [{ code: e.valueCode }] : []),
  ];
  return all.map((coding) => ({ ...coding, system: coding.system ?? e.url }));
};

/**
 * How the diagnosis was made. FHIR has no element of its own for it: it is read from an extension named for it,
 * from `verificationStatus`, where Germany's Medizininformatik-Initiative puts the oBDS code, and from
 * `evidence.code`; the first that is known. Null where none is.
 */
export const basisOf = (condition: Condition): BasisOfDiagnosis | null => {
  const concepts: readonly (CodeableConcept | undefined)[] = [
    condition.verificationStatus,
    ...(condition.evidence ?? []).flatMap((evidence) => evidence.code ?? []),
  ];
  const sent = [...(condition.extension ?? []).flatMap(inExtension), ...concepts.flatMap(codings)];
  return sent.map(read).find((basis) => basis !== null) ?? null;
};
