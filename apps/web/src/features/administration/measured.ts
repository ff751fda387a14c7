import type { PlatformStateQuery } from '../../graph/generated/graphql.ts';

/** What the platform measured of itself. */
export type State = NonNullable<PlatformStateQuery['platformState']>;
