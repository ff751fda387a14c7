import type { Identifier } from '@medplum/fhirtypes';

/** `system|value`; other `#` than the one before a part are written %23. */
export const identifierKey = (identifier: Identifier): string =>
  `${identifier.system ?? ''}|${identifier.value ?? ''}`.replaceAll('#', '%23');
