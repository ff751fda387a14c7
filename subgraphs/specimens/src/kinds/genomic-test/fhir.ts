import type { Observation } from '@medplum/fhirtypes';
import { claims, coded, type FhirReader, nothing, type Place, sentWords } from '@nodp/record/fhir';
import { geneSymbolOf } from '@nodp/terminology/genes';
import { componentsOf, GENE, loincOf } from '../variant/claims.ts';
import type { GenomicTestRecord } from './record.ts';

/** DNA region of interest panel: what a test looked at. */
export const REGION_STUDIED = '53041-0';
const REGION_DESCRIPTION = ['81293-3', '47999-8'];
/** More genes than the human genome has are no list of genes. */
const MOST_GENES = 25_000;

const isRegionStudied = (o: Observation): boolean =>
  loincOf(o.code).includes(REGION_STUDIED) || claims(o, 'genomic-region-studied');

/** `EGFR, ALK; KRAS` in one component, or each gene in a component of its own. */
const genesOf = (o: Observation): string[] => {
  const genes = componentsOf(o, GENE).flatMap(({ valueCodeableConcept: concept, valueString }) => {
    const gene = coded(concept);
    const one = geneSymbolOf(gene?.code ?? null, gene?.display ?? null);
    if (one !== null) return [one];
    return (gene?.display ?? valueString ?? '')
      .split(/[\s,;，；、]+/)
      .map((name) => geneSymbolOf(null, name))
      .filter((name) => name !== null);
  });
  return [...new Set(genes)].sort();
};

const readTest = (o: Observation, place: Place): GenomicTestRecord | null => {
  const genes = genesOf(o);
  if (genes.length === 0 || genes.length > MOST_GENES) return null;
  const [region] = componentsOf(o, ...REGION_DESCRIPTION);
  return {
    kind: 'genomic-test',
    ...place.of(),
    what: coded(o.code) ?? nothing,
    genes,
    region: region?.valueString ?? sentWords(region?.valueCodeableConcept) ?? null,
    method: coded(o.method),
    specimen: place.key(o.specimen, 'Specimen'),
    tested:
      place.date(o.effectiveDateTime, 'effectiveDateTime') ??
      place.date(o.effectivePeriod?.start, 'effectivePeriod.start'),
    tumour: (o.focus ?? []).map((focus) => place.key(focus, 'Condition')).find(Boolean) ?? null,
  };
};

export const fhir: FhirReader = {
  claims: { Observation: isRegionStudied },
  read: (resource, place) => {
    const record = readTest(resource as Observation, place);
    return record === null
      ? { retained: 'The region studied names no gene.' }
      : { records: [record] };
  },
};
