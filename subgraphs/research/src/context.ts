import type { SubgraphContext } from '@nodp/graph';
import type { Releases } from '@nodp/warehouse';

export type Context = SubgraphContext<{ readonly releases: Releases }>;
