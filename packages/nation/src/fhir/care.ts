import { concept, partial, said, type ToResource } from './elements.ts';

export const encounter: ToResource<'encounter'> = (c, common) =>
  said({
    resourceType: 'Encounter',
    ...common,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: c.class },
    type: [concept(c.what)],
    period: said({ start: c.started, end: c.ended }),
  });

export const carePlan: ToResource<'plan'> = (c, common) =>
  said({
    resourceType: 'CarePlan',
    ...common,
    status: c.status,
    intent: 'plan',
    title: c.what.display,
    category: c.what.code === null ? undefined : [concept(c.what)],
    period: said({
      start: partial(c.started),
      end: partial(c.ended),
    }),
    activity: c.activities.map((a) => ({
      detail: said({ code: concept(a), status: a.status }),
    })),
  });

/** An Appointment names the patient among its participants, not as its subject. */
export const appointment: ToResource<'contact'> = (c, { id, subject }) =>
  said({
    resourceType: 'Appointment',
    id,
    status: c.status,
    appointmentType: concept(c.what),
    start: c.at,
    end: c.at,
    comment: c.note,
    participant: [
      { actor: subject, status: 'accepted' },
      ...(c.venue === null
        ? []
        : [{ actor: { type: 'Location', display: c.venue }, status: 'accepted' }]),
    ],
  });
