import type { Observation, ObservationComponent } from '@medplum/fhirtypes';
import { variantKindOf } from '@nodp/oncology/variant-kind';
import type { Coded } from '@nodp/record';
import {
  coded,
  codings,
  type FhirReader,
  nothing,
  type Place,
  quantityOf,
  sentWords,
} from '@nodp/record/fhir';
import { biomarkerResultOf } from '@nodp/terminology/biomarkers';
import {
  ALLELE_FRACTION,
  AMINO_ACID_CHANGE_TYPE,
  CODING_CHANGE,
  COPY_NUMBER,
  componentsOf,
  DNA_CHANGE_TYPE,
  GENE,
  GENOMIC_CHANGE,
  NAMED_CHANGE,
  PROTEIN_CHANGE,
  SOURCE_CLASS,
  saysChange,
  TRANSCRIPT,
} from './claims.ts';
import type { VariantRecord } from './record.ts';

const said = (component: ObservationComponent | undefined): string | null =>
  component?.valueString?.trim() || sentWords(component?.valueCodeableConcept);

const textOf = (o: Observation, code: string): string | null => said(componentsOf(o, code)[0]);

const GENES_JOINED = /^([A-Z][A-Z0-9-]*)(?:::|\s*[/–]\s*|-)([A-Z][A-Z0-9-]*)(?=$|[\s,.;）)融])/;

/** `EML4::ALK fusion`, and `EML4-ALK fusion` where the words say that it is one: the two genes. */
const joinedIn = (words: string | null): readonly [string, string] | null => {
  if (words === null || !/::|fusion|融合|rearrang|重排/i.test(words)) return null;
  const [, first, second] = GENES_JOINED.exec(words.trim()) ?? [];
  return first === undefined || second === undefined ? null : [first, second];
};

const wordsOnly = (display: string): Coded => ({ system: null, code: null, display });

const genesOf = (o: Observation, name: string | null) => {
  const genes = componentsOf(o, GENE)
    .map((c) => coded(c.valueCodeableConcept) ?? (c.valueString ? wordsOnly(c.valueString) : null))
    .filter((gene) => gene !== null);
  const joined = joinedIn(name) ?? joinedIn(genes[0]?.display ?? null);
  if (genes.length > 1) return { gene: genes[0] ?? nothing, partner: genes[1] ?? null };
  if (joined === null) return { gene: genes[0] ?? nothing, partner: null };
  const named = (symbol: string): Coded =>
    genes[0]?.display === symbol ? (genes[0] as Coded) : wordsOnly(symbol);
  return { gene: named(joined[0]), partner: named(joined[1]) };
};

/** LOINC answers of 48002-0: germline or somatic, also where it is likely. */
const ORIGINS: Readonly<Record<string, VariantRecord['origin']>> = {
  'LA6683-2': 'germline',
  'LA18194-3': 'germline',
  'LA26807-0': 'germline',
  'LA6684-0': 'somatic',
  'LA18195-0': 'somatic',
};

const originOf = (o: Observation): VariantRecord['origin'] => {
  const [component] = componentsOf(o, SOURCE_CLASS);
  for (const { code } of codings(component?.valueCodeableConcept)) {
    const origin = Object.hasOwn(ORIGINS, code) ? ORIGINS[code] : undefined;
    if (origin !== undefined) return origin;
  }
  const words = said(component) ?? '';
  if (/germ|胚系|种系/i.test(words)) return 'germline';
  return /somatic|体细胞|体系/i.test(words) ? 'somatic' : null;
};

/** No call and indeterminate: neither found nor known to be absent. */
const UNDECIDED = new Set(['LA18198-4', 'LA11884-6', 'LA11885-3', '82334004']);

const presenceOf = (o: Observation): VariantRecord['presence'] => {
  const codes = codings(o.valueCodeableConcept).map(({ code }) => code);
  if (codes.some((code) => UNDECIDED.has(code))) return 'indeterminate';
  const interpreted = (o.interpretation ?? []).flatMap(codings).map(({ code }) => code);
  const words = sentWords(o.valueCodeableConcept) ?? o.valueString ?? '';
  const absent =
    codes.some((code) => ['absent', 'negative'].includes(biomarkerResultOf(code) ?? '')) ||
    interpreted.includes('NEG') ||
    /\babsent\b|not detected|negative|wild[- ]?type|未检出|未检测到|阴性|野生型/i.test(words);
  return absent ? 'absent' : 'present';
};

/** The allele fraction between 0 and 1: per cent is brought to it. */
const fractionOf = (o: Observation, place: Place): number | null => {
  const sent = quantityOf(componentsOf(o, ALLELE_FRACTION)[0]?.valueQuantity);
  if (sent === null) return null;
  const fraction = sent.unit === '%' || sent.value > 1 ? sent.value / 100 : sent.value;
  if (fraction < 0 || fraction > 1) {
    place.doubtful(
      'component',
      'value',
      `An allele fraction of ${sent.value} cannot be: it was not read. Send a share of 1, or a number with the unit %.`,
    );
    return null;
  }
  return fraction;
};

const REFERENCE = /^([A-Z]{2,4}_?\d+(?:\.\d+)?)(?:\([^)]*\))?:/;

const readVariant = (o: Observation, place: Place): VariantRecord => {
  const protein = textOf(o, PROTEIN_CHANGE);
  const coding = textOf(o, CODING_CHANGE);
  const name =
    textOf(o, NAMED_CHANGE) ?? sentWords(o.valueCodeableConcept) ?? o.valueString ?? null;
  const { gene, partner } = genesOf(o, textOf(o, NAMED_CHANGE) ?? o.valueString ?? null);
  const types = componentsOf(o, DNA_CHANGE_TYPE, AMINO_ACID_CHANGE_TYPE);
  return {
    kind: 'variant',
    ...place.of(),
    gene,
    partner,
    variantKind: variantKindOf({
      codes: types.flatMap((c) => codings(c.valueCodeableConcept).map(({ code }) => code)),
      words: [...types.map(said), name].filter(Boolean).join(' ') || null,
      partner: partner?.display ?? partner?.code ?? null,
      protein,
      coding,
    }),
    presence: presenceOf(o),
    protein,
    coding,
    genomic: textOf(o, GENOMIC_CHANGE),
    transcript: textOf(o, TRANSCRIPT) ?? (coding && REFERENCE.exec(coding)?.[1]) ?? null,
    name: textOf(o, NAMED_CHANGE) ?? o.valueString ?? null,
    copyNumber: quantityOf(componentsOf(o, COPY_NUMBER)[0]?.valueQuantity)?.value ?? null,
    alleleFraction: fractionOf(o, place),
    origin: originOf(o),
    method: coded(o.method),
    specimen: place.key(o.specimen, 'Specimen'),
    tested:
      place.date(o.effectiveDateTime, 'effectiveDateTime') ??
      place.date(o.effectivePeriod?.start, 'effectivePeriod.start'),
    tumour: (o.focus ?? []).map((focus) => place.key(focus, 'Condition')).find(Boolean) ?? null,
  };
};

export const fhir: FhirReader = {
  claims: { Observation: saysChange },
  read: (resource, place) => ({ records: [readVariant(resource as Observation, place)] }),
};
