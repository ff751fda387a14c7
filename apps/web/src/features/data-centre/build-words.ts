/** How the steps of a build read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ReleaseBuildStep } from '../../graph/generated/graphql.ts';

export const stepWords: Record<ReleaseBuildStep, MessageDescriptor> = {
  READING: msg`Copying what is needed out of the clinical records`,
  DERIVING: msg`Making the de-identified tables`,
  CHECKING: msg`Counting and taking checksums`,
  DONE: msg({ message: 'Finished', context: 'build' }),
};
