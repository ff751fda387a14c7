import type {
  InstitutionsWithSubmissionsQuery,
  SubmissionsQuery,
} from '../../graph/generated/graphql.ts';

/** A submission as the list reads it. */
export type Submission = SubmissionsQuery['submissions']['edges'][number]['node'];

/** An institution with what it sent, month by month. */
export type Institution = InstitutionsWithSubmissionsQuery['institutions'][number];
