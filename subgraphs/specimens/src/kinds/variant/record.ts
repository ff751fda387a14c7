import type { VariantKind } from '@nodp/oncology/variant-kind';
import type { Coded, OfOnePatient, PartialDate } from '@nodp/record';

export interface VariantRecord extends OfOnePatient {
  readonly kind: 'variant';
  /** The gene changed, by HGNC; of a fusion the one at the 5′ end. */
  readonly gene: Coded;
  /** Of a fusion the gene at the 3′ end; null where there is none or it is not known. */
  readonly partner: Coded | null;
  readonly variantKind: VariantKind | null;
  /** Whether the change was found. */
  readonly presence: 'present' | 'absent' | 'indeterminate';
  /** HGVS of the protein, as sent. */
  readonly protein: string | null;
  /** HGVS of the coding DNA, as sent. */
  readonly coding: string | null;
  /** HGVS of the genome, as sent. */
  readonly genomic: string | null;
  /** RefSeq or Ensembl transcript with its version. */
  readonly transcript: string | null;
  /** How the sender names the change. */
  readonly name: string | null;
  /** Copies in the tumour cell. */
  readonly copyNumber: number | null;
  /** Variant allele fraction, 0 to 1. */
  readonly alleleFraction: number | null;
  readonly origin: 'somatic' | 'germline' | null;
  readonly method: Coded | null;
  /** The sender's key of the specimen that was tested; null where not said. */
  readonly specimen: string | null;
  readonly tested: PartialDate | null;
  /** The sender's key of the tumour that was tested; null where not said. */
  readonly tumour: string | null;
}

declare module '@nodp/record' {
  interface Records {
    variant: VariantRecord;
  }
}
