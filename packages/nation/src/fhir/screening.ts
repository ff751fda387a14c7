import { codeable, partial, said, type ToResource } from './elements.ts';

const PROGRAMME = 'urn:nodp:screening-programme';
const TEST = 'urn:nodp:screening-test';
const RESULT = 'urn:nodp:screening-result';
const EVENT = 'urn:nodp:screening-event';

export const screening: ToResource<'screening'> = (c, common) => {
  const events = [
    { code: 'invited', on: partial(c.invited) },
    { code: 'declined', on: partial(c.declined) },
  ];
  const component = events.flatMap(({ code, on }) =>
    on === undefined ? [] : [{ code: codeable(EVENT, code, null), valueDateTime: on }],
  );
  return said({
    resourceType: 'Observation',
    ...common,
    status: c.tested === null ? 'registered' : c.result === null ? 'preliminary' : 'final',
    code: codeable(PROGRAMME, c.programme, null),
    effectiveDateTime: partial(c.tested),
    method: codeable(TEST, c.test, null),
    valueCodeableConcept: codeable(RESULT, c.result, null),
    component: component.length === 0 ? undefined : component,
  });
};
