import { clinicalColumns, clinicalKeys, precision } from '@nodp/database/tables';
import { VARIANT_KINDS } from '@nodp/oncology/variant-kind';
import { date, doublePrecision, text } from 'drizzle-orm/pg-core';
import { specimens } from '../../schema.ts';

const day = (name: string) => date(name, { mode: 'string' });

export const variant = specimens.table(
  'variant',
  {
    ...clinicalColumns(),
    /** The gene; of a fusion the one at the 5′ end. */
    system: text('system'),
    code: text('code'),
    display: text('display'),
    partnerSystem: text('partner_system'),
    partnerCode: text('partner_code'),
    partnerDisplay: text('partner_display'),
    variantKind: text('variant_kind', { enum: VARIANT_KINDS }),
    presence: text('presence', { enum: ['present', 'absent', 'indeterminate'] }).notNull(),
    protein: text('protein'),
    coding: text('coding'),
    genomic: text('genomic'),
    transcript: text('transcript'),
    name: text('name'),
    copyNumber: doublePrecision('copy_number'),
    /** 0 to 1. */
    alleleFraction: doublePrecision('allele_fraction'),
    origin: text('origin', { enum: ['somatic', 'germline'] }),
    methodSystem: text('method_system'),
    methodCode: text('method_code'),
    methodDisplay: text('method_display'),
    /** Of the specimen that was tested, by the same institution. */
    specimenSourceId: text('specimen_source_id'),
    testedOn: day('tested_on'),
    testedPrecision: precision('tested_precision'),
    /** Of the tumour that was tested, by the same institution. */
    tumourSourceId: text('tumour_source_id'),
  },
  (t) => clinicalKeys('variant', t),
);
