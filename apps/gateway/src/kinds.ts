import type { KindModules } from '@nodp/record';
import { kinds as followup } from '@nodp/subgraph-followup/kinds';
import { kinds as imaging } from '@nodp/subgraph-imaging/kinds';
import { kinds as patients } from '@nodp/subgraph-patients/kinds';
import { kinds as specimens } from '@nodp/subgraph-specimens/kinds';

/** Every kind of record, persons first. The compiler names the kind that is missing here. */
export const kinds: KindModules = {
  ...patients,
  ...specimens,
  ...imaging,
  ...followup,
};
