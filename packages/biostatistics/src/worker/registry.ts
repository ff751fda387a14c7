import { groupProbabilities } from '../causal/group-probabilities.ts';
import { nearestNeighbourMatching } from '../causal/matching.ts';
import { propensityScores } from '../causal/propensity-score.ts';
import {
  cumulativeIncidence,
  cumulativeIncidenceByGroup,
} from '../competing-risks/aalen-johansen.ts';
import { fineGray } from '../competing-risks/fine-gray/fine-gray.ts';
import { grayTest } from '../competing-risks/gray-test.ts';
import { fisherExactTest } from '../hypothesis/fisher-exact.ts';
import { kruskalWallis } from '../hypothesis/kruskal-wallis.ts';
import { edererI } from '../net-survival/ederer-1.ts';
import { edererII } from '../net-survival/ederer-2.ts';
import { hakulinen } from '../net-survival/hakulinen.ts';
import { netLogRank } from '../net-survival/net-log-rank.ts';
import { poharPerme } from '../net-survival/pohar-perme.ts';
import { poharPermeByGroup } from '../net-survival/pohar-perme-by-group.ts';
import { poharPermePiecewise } from '../net-survival/pohar-perme-piecewise.ts';
import { brierScore } from '../prediction/brier-score.ts';
import { unoConcordance } from '../prediction/uno-concordance.ts';
import { joinpoint } from '../rates/joinpoint/joinpoint.ts';
import { concordance } from '../survival/concordance.ts';
import { coxRegression } from '../survival/cox/cox.ts';
import { coxOfFactors } from '../survival/cox/factors.ts';
import { kaplanMeier, kaplanMeierByGroup } from '../survival/kaplan-meier.ts';
import { logRank } from '../survival/log-rank.ts';
import { nelsonAalen } from '../survival/nelson-aalen.ts';

/** The calls heavy enough to be sent to another thread, under the names they are sent by. */
export const estimators = {
  brierScore,
  concordance,
  coxOfFactors,
  coxRegression,
  cumulativeIncidence,
  cumulativeIncidenceByGroup,
  edererI,
  edererII,
  fineGray,
  fisherExactTest,
  grayTest,
  groupProbabilities,
  hakulinen,
  joinpoint,
  kaplanMeier,
  kaplanMeierByGroup,
  kruskalWallis,
  logRank,
  nearestNeighbourMatching,
  nelsonAalen,
  netLogRank,
  poharPerme,
  poharPermeByGroup,
  poharPermePiecewise,
  propensityScores,
  unoConcordance,
} as const;

export type EstimatorName = keyof typeof estimators;

/** Where estimators that tell how far they are have their options: a function cannot be sent, so the thread adds its own. */
export const OPTIONS_AT: Readonly<Partial<Record<EstimatorName, number>>> = {
  edererII: 2,
  joinpoint: 1,
  netLogRank: 3,
  poharPerme: 2,
  poharPermeByGroup: 4,
};

export type EstimatorArguments<N extends EstimatorName> = Parameters<(typeof estimators)[N]>;
export type EstimatorResult<N extends EstimatorName> = ReturnType<(typeof estimators)[N]>;
