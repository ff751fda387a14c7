import type { Encounter, Resource, ServiceRequest } from '@medplum/fhirtypes';

const ORDERED = new Set([
  'order',
  'original-order',
  'reflex-order',
  'filler-order',
  'instance-order',
]);
const STANDING = new Set(['active', 'on-hold', 'completed']);
/** A visit that was planned or did not take place shows nobody treated. */
const NOT_MET = new Set(['planned', 'cancelled', 'entered-in-error', 'unknown']);

/**
 * Whether an order or referral (ServiceRequest) that stands shows that its sender treats the patient. It is retained unread
 * otherwise; proposals, plans, drafts and what was revoked show nothing.
 */
export const isStandingOrder = (resource: Resource): boolean => {
  if (resource.resourceType !== 'ServiceRequest') return false;
  const { status, intent, doNotPerform } = resource as Partial<ServiceRequest>;
  return doNotPerform !== true && ORDERED.has(intent ?? '') && STANDING.has(status ?? '');
};

/** Whether what a record was read from is no evidence of care, whatever its kind. */
export const showsNoCare = (resource: Resource): boolean =>
  resource.resourceType === 'Encounter' &&
  NOT_MET.has((resource as Partial<Encounter>).status ?? '');
