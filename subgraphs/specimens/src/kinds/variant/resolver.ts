import type { Shown } from '@nodp/database/tables';
import { codeOrNullOf, dateOf, latestFirst, plainCode, recordIds, recordsOf } from '@nodp/graph';
import { geneSymbolOf } from '@nodp/terminology/genes';
import type { PatientResolvers, VariantResolvers } from '../../generated/resolvers.ts';
import { specimenRows } from '../specimen/rows.ts';
import { variant } from './table.ts';

export type VariantModel = Shown<typeof variant>;

const idOf = recordIds('var');

/** Latest first. */
export const variantRows = recordsOf(variant, latestFirst(variant.testedOn));

const Variant: VariantResolvers = {
  id: ({ patientId, id }) => idOf(patientId, id),
  gene: plainCode,
  symbol: ({ code, display }) => geneSymbolOf(code, display),
  partner: codeOrNullOf('partner'),
  kind: ({ variantKind }) => variantKind,
  method: codeOrNullOf('method'),
  specimen: async ({ patientId, institutionId, specimenSourceId }, _, context) =>
    specimenSourceId === null
      ? null
      : ((await context.once(specimenRows).load(patientId)).find(
          (one) => one.institutionId === institutionId && one.sourceId === specimenSourceId,
        ) ?? null),
  date: dateOf('tested'),
};

const Patient: PatientResolvers = {
  variants: ({ patientId }, _, context) => context.once(variantRows).load(patientId),
};

export const resolvers = { Patient, Variant };
