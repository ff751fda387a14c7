import { codeable, partial, said, type ToResource } from './elements.ts';

export const encounter: ToResource<'encounter'> = ({ content: c }, common) =>
  said({
    resourceType: 'Encounter',
    ...common,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: c.class },
    type: [codeable(c.system, c.code, c.display)],
    period: said({ start: c.startedAt, end: c.endedAt }),
  });

export const carePlan: ToResource<'plan'> = ({ content: c }, common) =>
  said({
    resourceType: 'CarePlan',
    ...common,
    status: c.status,
    intent: 'plan',
    title: c.display,
    category: c.code === null ? undefined : [codeable(c.system, c.code, c.display)],
    period: said({
      start: partial(c.startedOn, c.startedPrecision),
      end: partial(c.endedOn, c.endedPrecision),
    }),
    activity: c.activities.map((a) => ({
      detail: said({ code: codeable(a.system, a.code, a.display), status: a.status }),
    })),
  });

/** An Appointment names the patient among its participants, not as its subject. */
export const appointment: ToResource<'contact'> = ({ content: c }, { id, subject }) =>
  said({
    resourceType: 'Appointment',
    id,
    status: c.status,
    appointmentType: codeable(c.system, c.code, c.display),
    start: c.at,
    end: c.at,
    comment: c.note,
    participant: [{ actor: subject, status: 'accepted' }],
  });
