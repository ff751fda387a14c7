import type { Resource } from '@medplum/fhirtypes';

interface Intended {
  readonly status?: string;
  readonly intent?: string;
  readonly doNotPerform?: boolean;
}

/** Why what is asked for or planned is no treatment that was given or ordered; null where it is one. */
export const onlyIntended = (resource: Resource): string | null => {
  const { status, intent, doNotPerform } = resource as Intended;
  switch (resource.resourceType) {
    case 'MedicationRequest':
      if (doNotPerform === true) return 'It asks that the drug be not given.';
      if (intent === 'proposal' || intent === 'plan' || intent === 'option')
        return `The drug is not ordered: the intent is ${intent}.`;
      return status === 'draft' || status === 'cancelled'
        ? `The drug is not ordered: the request is ${status === 'draft' ? 'a draft' : 'cancelled'}.`
        : null;
    case 'MedicationStatement':
      return status === 'intended' ? 'The drug is not taken yet.' : null;
    case 'Procedure':
      return status === 'preparation' ? 'The procedure has not begun.' : null;
    default:
      return null;
  }
};
