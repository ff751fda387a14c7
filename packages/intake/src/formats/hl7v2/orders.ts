import type { Segment } from './message.ts';
import type { Order } from './segments/results.ts';
import { orderNumber } from './segments/visit.ts';

interface OpenOrder {
  orc: Segment | undefined;
  obr: Segment;
  number: string | undefined;
  results: Segment[];
  notes: Map<Segment, Segment[]>;
  specimens: Segment[];
}

/**
 * The orders of a patient: what stands between one OBR and the next. Specimens stand after the results in ORU and OML, and before
 * the orders they are of in OUL.
 */
export const ordersIn = (segments: readonly Segment[], specimensFirst: boolean): Order[] => {
  const orders: OpenOrder[] = [];
  let orc: Segment | undefined;
  let specimens: Segment[] = [];
  let open: OpenOrder | undefined;
  let result: Segment | undefined;
  for (const segment of segments) {
    switch (segment.name) {
      case 'ORC':
        orc = segment;
        // In OUL it follows its OBR.
        if (specimensFirst && open !== undefined && open.results.length === 0) {
          open.orc = segment;
          open.number ??= orderNumber(open.obr, segment);
        }
        break;
      case 'OBR':
        open = {
          orc,
          obr: segment,
          number: orderNumber(segment, orc),
          results: [],
          notes: new Map(),
          specimens: specimensFirst ? [...specimens] : [],
        };
        orders.push(open);
        result = undefined;
        orc = undefined;
        break;
      case 'OBX':
        open?.results.push(segment);
        result = segment;
        break;
      case 'NTE':
        if (open !== undefined && result !== undefined)
          open.notes.set(result, [...(open.notes.get(result) ?? []), segment]);
        break;
      case 'SPM':
        if (specimensFirst) {
          specimens = [segment];
          open = undefined;
        } else open?.specimens.push(segment);
        result = undefined;
        break;
    }
  }
  return orders;
};
