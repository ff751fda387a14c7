/** How the problems of an order about an account read. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { AccountProblem } from '../../graph/generated/graphql.ts';

export const problemWords: Record<AccountProblem, MessageDescriptor> = {
  ID: msg`An account has letters, digits and . _ @ - alone, and begins with a letter or digit.`,
  TAKEN: msg`There is an account of that name already; it may be closed.`,
  NO_ACCOUNT: msg`There is no such account any more.`,
  INSTITUTION_NEEDED: msg`This role reads or sends patients’ records: choose the institution.`,
  NO_INSTITUTION: msg`There is no such institution.`,
  PASSWORD: msg`A password has 12 to 200 characters.`,
  OWN: msg`Nobody closes the own account, or changes its role, institution or password here.`,
  NOT_NATIONAL: msg`Only national administrators manage accounts.`,
  NO_SECOND_FACTOR: msg`The account has no second factor.`,
};
