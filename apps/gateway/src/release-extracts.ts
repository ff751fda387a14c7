import type { ReleaseExtracts } from '@nodp/record/release';
import { release as followup } from '@nodp/subgraph-followup/release';
import { release as imaging } from '@nodp/subgraph-imaging/release';
import { release as patients } from '@nodp/subgraph-patients/release';
import { release as specimens } from '@nodp/subgraph-specimens/release';

/** What a release is derived from, each extract by the subgraph whose tables it reads. The compiler names one that is missing. */
export const releaseExtracts: ReleaseExtracts = {
  ...patients,
  ...specimens,
  ...followup,
  ...imaging,
};
