export { dayBegins, nationalDay, nationalTimeZone } from '@nodp/terminology/national-time';
export { LRUCache } from 'lru-cache';
export { type AccessRule, accessCheck, writtenRule } from './access.ts';
export type { MeantPatients } from './audit-change.ts';
export { type Coded, coded, codedOrNull, codedTerm, type Label, wordsOf } from './coded.ts';
export { makeContext, type SubgraphContext } from './context.ts';
export {
  type ApprovedProject,
  approvedProjects,
  approveProject,
  type CountsUsed,
  closeBudgets,
  countBudget,
  countsUsed,
  endProject,
  grantBudgets,
  type NotedQuestion,
  notedQuestions,
  takeCounts,
} from './count-budget.ts';
export { asToldHere, badInput, forbidden, unauthenticated, unavailable } from './errors.ts';
export {
  type GatewayClaim,
  operationDigest,
  signGatewayToken,
  verifyGatewayToken,
} from './gateway-token.ts';
export { decodeId, decodeOne, decodePair, encodeId, type IdKind, recordIds } from './ids.ts';
export { recordByKey, rowByPatient, rowsByPatient } from './loaders.ts';
export { type Report, UNAVAILABLE, UNSTORABLE } from './mask.ts';
export {
  type Connection,
  type CursorPart,
  connection,
  decodeCursor,
  encodeCursor,
  pageSize,
} from './paging.ts';
export {
  codeOf,
  codeOrNullOf,
  dateOf,
  latestFirst,
  plainCode,
  recordOf,
  recordsOf,
} from './records.ts';
export { showPartial } from './scalars.ts';
export { withShared } from './shared-sdl.ts';
export {
  compiledExecution,
  defineSubgraph,
  type ExecutableSubgraph,
  type Execute,
  executableSubgraph,
  executorOf,
  type Subgraph,
  type SubgraphDefinition,
  type SubgraphExecutor,
  type SubgraphRequest,
  type SubgraphServices,
} from './subgraph.ts';
export { withKinds } from './with-kinds.ts';
