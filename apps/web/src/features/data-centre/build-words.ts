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

/** How the steps of every kind of job read. */
export const jobStepWords: Readonly<Record<string, MessageDescriptor>> = {
  ...stepWords,
  RECOMPUTING: msg`Applying the rules to every patient`,
  LINKING: msg`Reading titles and headings`,
  RENEWING_TASKS: msg`Looking for what is to be done`,
  JUDGING_INDICATORS: msg`judging quality indicators`,
  SURVEYING: msg`Applying the rules of surveillance to every patient`,
  CHECKING_STAGES: msg`Checking the stages of every patient`,
  READING_AGAIN: msg`Reading records again whose codes were mapped`,
  TAKING_FILES: msg`Taking the rows of files in`,
  EXAMINING_HELD: msg`Asking the edits of what is held`,
  EXAMINING: msg`Asking the edits of every patient’s records`,
  EXPORTING: msg`Writing the records of an institution`,
  SENDING: msg`Sending messages`,
  PROTECTING: msg`Working out what has to be generalised`,
  WRITING: msg`Writing the files`,
  ENCRYPTING: msg`Encrypting for the recipient`,
  RENEWING: msg`Renewing the search keys of every person`,
  KEYS: msg`Making the keys under which persons meet`,
  BLOCKING: msg`Finding pairs that share a key`,
  LEARNING: msg`Learning the weights from the pool`,
  COMPARING: msg`Comparing pairs`,
};
