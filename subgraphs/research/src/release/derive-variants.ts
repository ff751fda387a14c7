import type { DuckDBConnection } from '@duckdb/node-api';
import { mutationShownBy } from '@nodp/terminology/biomarkers';
import { geneSymbolOf } from '@nodp/terminology/genes';
import { proteinChangeOf } from '@nodp/terminology/protein-change';
import { since } from './derive-events.ts';
import { judge, text } from './judge.ts';

/** Tables `gene_name`, `protein_name` and `gene_of_biomarker`, once `biomarker_name` is there. */
export const nameVariants = async (connection: DuckDBConnection): Promise<void> => {
  await judge(
    connection,
    'gene_name',
    'code varchar, display varchar, gene varchar',
    `select distinct gene_code, gene_display from variant
     union select distinct partner_code, partner_display from variant`,
    ([code, display]) => {
      const gene = geneSymbolOf(text(code), text(display));
      return gene === null ? null : [gene];
    },
  );
  await judge(
    connection,
    'protein_name',
    'sent varchar, protein varchar, codon integer, last_codon integer',
    'select distinct protein from variant where protein is not null',
    ([sent]) => {
      const change = proteinChangeOf(text(sent) ?? '');
      return change === null ? null : [change.written, change.from, change.to];
    },
  );
  await judge(
    connection,
    'gene_of_biomarker',
    'biomarker varchar, shows varchar',
    'select distinct biomarker from biomarker_name where biomarker is not null',
    ([biomarker]) => {
      const shows = mutationShownBy(text(biomarker) ?? '');
      return shows === null ? null : [shows];
    },
  );
};

const RESULT = `case v.presence when 'present' then 'FOUND' when 'indeterminate' then 'UNCLEAR'
    else case when v.named = 1 then 'NOT_THIS' else 'NOT_FOUND' end end`;

const ofGene = (code: string, display: string) =>
  `join gene_name g on g.code is not distinct from v.${code} and g.display is not distinct from v.${display}`;

/**
 * A test that says no more than a gene and whether it is changed (a biomarker) tells of what the sequence shows, or of a fusion;
 * positive, it is the change that is told in full where there is one.
 */
export const releasedVariants: readonly string[] = [
  `create table told_variant as
    select v.patient_id, g.gene, ${RESULT} as result, upper(v.variant_kind) as kind, p.protein, p.codon, p.last_codon,
      round(1000 * v.allele_fraction)::smallint as fraction, upper(v.origin) as origin, v.tested_on, v.tested_precision,
      l.first_case, l.last_case
    from variant v ${ofGene('gene_code', 'gene_display')}
    left join protein_name p on p.sent = v.protein left join cases_of_variant l on l.event = v.rowid
    union all
    select v.patient_id, g.gene, ${RESULT}, upper(v.variant_kind), null, null, null, null, upper(v.origin), v.tested_on,
      v.tested_precision, l.first_case, l.last_case
    from variant v ${ofGene('partner_code', 'partner_display')} left join cases_of_variant l on l.event = v.rowid
    where v.partner_code is not null or v.partner_display is not null`,
  `create table released_variants as
    with told as (
      select * from told_variant
      union all
      select t.patient_id, t.gene, 'READ', null, null, null, null, null, null, t.tested_on, t.tested_precision,
        l.first_case, l.last_case
      from genomic_test t left join cases_of_genomic_test l on l.event = t.rowid
      union all
      select b.patient_id, k.biomarker,
        case b.finding when 'positive' then 'FOUND' when 'equivocal' then 'UNCLEAR'
          else case k.shows when 'FUSION' then 'NOT_FOUND' else 'READ' end end,
        case k.shows when 'FUSION' then 'FUSION' end, null, null, null, null, null, b.tested_on, b.tested_precision,
        l.first_case, l.last_case
      from biomarker b join biomarker_name m on m.system is not distinct from b.system and m.code is not distinct from b.code
        and m.display is not distinct from b.display
      join gene_of_biomarker k using (biomarker) left join cases_of_biomarker l on l.event = b.rowid
      where b.finding is not null and (b.finding <> 'positive' or not exists (
        select 1 from told_variant f where f.patient_id = b.patient_id and f.gene = k.biomarker and f.result = 'FOUND')))
    select distinct o.person_key, t.gene, t.result, t.kind, t.protein, t.codon, t.last_codon, t.fraction, t.origin,
      ${since('t.tested_on', 't.tested_precision')} as tested_days, t.first_case, t.last_case
    from told t join origin o using (patient_id)`,
];
