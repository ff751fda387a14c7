import { add, type Bits, none, Parameters, personsSql, type Where } from '@nodp/cohorts/engine';
import type { Engine } from '../engines/engine.ts';
import { type CaseColumns, endOfPerson } from './case-columns.ts';

/** The cases of the persons who have an event: the engine is asked once for the persons. */
export const casesWithEvent =
  (columns: CaseColumns, engine: Engine) =>
  async (event: Extract<Where, { kind: 'event' }>): Promise<Bits> => {
    const parameters = new Parameters();
    const text = personsSql(event, parameters, engine.dialect);
    const [keys = new Int32Array()] = await engine.integers({
      text,
      parameters: parameters.values,
    });
    const bits = none(columns.rows);
    for (const key of keys) {
      const first = columns.firstRow[key] ?? -1;
      if (first < 0) continue;
      const end = endOfPerson(columns, first);
      for (let row = first; row < end; row++) add(bits, row);
    }
    return bits;
  };
