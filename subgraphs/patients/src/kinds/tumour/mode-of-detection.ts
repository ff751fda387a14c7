import type { CodeableConcept, Coding, Condition, Extension } from '@medplum/fhirtypes';
import { codings } from '@nodp/record/fhir';
import {
  MODE_OF_DETECTION_SYSTEM,
  type ModeOfDetection,
  modeOfDetection,
} from '@nodp/terminology/mode-of-detection';

/** Extensions named for it, of any publisher. */
const NAMED = /(mode|method)-?of-?(first-?)?detection$/i;

const written = (e: Extension): readonly string[] => [
  ...[...codings(e.valueCodeableConcept), ...(e.valueCoding ? [e.valueCoding] : [])].flatMap(
    ({ code }: Pick<Coding, 'code'>) => (code === undefined ? [] : [code]),
  ),
  ...[e.valueCode, e.valueString, e.valueCodeableConcept?.text].filter((one) => one !== undefined),
];

/** How the cancer came to be found. FHIR has no element of its own for it; null where no extension says it. */
export const modeOfDetectionOf = ({ extension }: Condition): ModeOfDetection | null =>
  (extension ?? [])
    .filter(({ url }) => NAMED.test(url))
    .flatMap(written)
    .map(modeOfDetection)
    .find((mode) => mode !== null) ?? null;

/** The platform's own extension; none where it is not known. */
export const modeOfDetectionExtension = (
  mode: string | null,
): { readonly url: string; readonly valueCodeableConcept: CodeableConcept }[] =>
  mode === null
    ? []
    : [
        {
          url: MODE_OF_DETECTION_SYSTEM,
          valueCodeableConcept: { coding: [{ system: MODE_OF_DETECTION_SYSTEM, code: mode }] },
        },
      ];
