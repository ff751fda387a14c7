import { query } from '@nodp/database';
import { extract } from '@nodp/record/release';
import { sql } from 'drizzle-orm';
import { biomarker } from './kinds/biomarker/table.ts';
import { genomicTest } from './kinds/genomic-test/table.ts';
import { variant } from './kinds/variant/table.ts';

/** A change that was found is a positive result of its gene; of a fusion of the gene at the 3′ end, by which the drug goes. */
const changed = query
  .select({
    patient_id: variant.patientId,
    system: sql<string | null>`coalesce(${variant.partnerSystem}, ${variant.system})`.as('system'),
    code: sql<
      string | null
    >`case when ${variant.partnerDisplay} is null then ${variant.code} else ${variant.partnerCode} end`.as(
      'code',
    ),
    display: sql<string | null>`coalesce(${variant.partnerDisplay}, ${variant.display})`.as(
      'display',
    ),
    finding: sql<'positive' | 'negative' | 'equivocal' | null>`'positive'`.as('finding'),
    value: sql<number | null>`null::float8`.as('value'),
    unit: sql<string | null>`null::text`.as('unit'),
    tested_on: variant.testedOn,
    tested_precision: variant.testedPrecision,
    institution_id: variant.institutionId,
    tumour_source_id: variant.tumourSourceId,
  })
  .from(variant)
  .where(sql`${variant.presence} = 'present' and ${variant.origin} is distinct from 'germline'`);

/** What the subgraph gives to a release. */
export const release = {
  biomarker: extract(
    'biomarker',
    {
      patient_id: biomarker.patientId,
      system: biomarker.system,
      code: biomarker.code,
      display: biomarker.display,
      finding: biomarker.finding,
      value: biomarker.value,
      unit: biomarker.unit,
      tested_on: biomarker.testedOn,
      tested_precision: biomarker.testedPrecision,
      institution_id: biomarker.institutionId,
      tumour_source_id: biomarker.tumourSourceId,
    },
    (columns) => query.select(columns).from(biomarker).unionAll(changed),
  ),
  genomic_test: extract(
    'genomic_test',
    {
      patient_id: genomicTest.patientId,
      gene: sql<string>`unnest(${genomicTest.genes})`,
      tested_on: genomicTest.testedOn,
      tested_precision: genomicTest.testedPrecision,
      institution_id: genomicTest.institutionId,
      tumour_source_id: genomicTest.tumourSourceId,
    },
    (columns) => query.select(columns).from(genomicTest),
  ),
  variant: extract(
    'variant',
    {
      patient_id: variant.patientId,
      gene_code: variant.code,
      gene_display: variant.display,
      partner_code: variant.partnerCode,
      partner_display: variant.partnerDisplay,
      variant_kind: variant.variantKind,
      presence: variant.presence,
      protein: variant.protein,
      named: sql<number>`(coalesce(${variant.protein}, ${variant.coding}, ${variant.genomic}, ${variant.name}) is not null)::int`,
      allele_fraction: variant.alleleFraction,
      origin: variant.origin,
      tested_on: variant.testedOn,
      tested_precision: variant.testedPrecision,
      institution_id: variant.institutionId,
      tumour_source_id: variant.tumourSourceId,
    },
    (columns) => query.select(columns).from(variant),
  ),
};
