import { badInput } from '@nodp/graph';
import type { Context } from '../context.ts';
import { endpointsOf } from './analyses/endpoints.ts';
import { enrichmentOf } from './analyses/enrichment.ts';
import { oncoprintOf } from './analyses/oncoprint.ts';
import { survivalOf } from './analyses/survival.ts';
import { type Unit, unitsOf } from './analyses/units.ts';
import type { StudyManifest } from './load/load-study.ts';
import type { OpenStudy } from './open/open-study.ts';
import { openOne } from './studies.ts';

const MOST_GENES = 40;
const MOST_TRACKS = 10;

/** @throws BAD_USER_INPUT */
const checkAttribute = ({ attributes }: OpenStudy, asked: string): void => {
  if (!attributes.some(({ id }) => id === asked))
    throw badInput(`The study has no attribute ${asked}. / 该研究没有属性 ${asked}。`);
};

/** @throws BAD_USER_INPUT */
export const studyOncoprint = async (
  context: Context,
  manifest: StudyManifest,
  asked: {
    readonly genes: readonly string[];
    readonly attributes: readonly string[];
    readonly unit: Unit;
  },
) => {
  const [genes, attributes] = [new Set(asked.genes), new Set(asked.attributes)];
  if (genes.size < 1 || genes.size > MOST_GENES)
    throw badInput(`Give 1 to ${MOST_GENES} genes. / 请给出 1 至 ${MOST_GENES} 个基因。`);
  if (attributes.size > MOST_TRACKS)
    throw badInput(`Give at most ${MOST_TRACKS} attributes. / 最多给出 ${MOST_TRACKS} 个属性。`);
  const study = await openOne(context, manifest);
  for (const attribute of attributes) checkAttribute(study, attribute);
  return oncoprintOf(unitsOf(study, asked.unit), [...genes], [...attributes]);
};

/** @throws BAD_USER_INPUT */
export const studyEnrichment = async (
  context: Context,
  manifest: StudyManifest,
  asked: {
    readonly attribute: string;
    readonly first: string;
    readonly second: string | null;
    readonly unit: Unit;
  },
) => {
  const study = await openOne(context, manifest);
  checkAttribute(study, asked.attribute);
  if (asked.first === asked.second)
    throw badInput('Choose two different groups. / 请选择两个不同的组。');
  return enrichmentOf(study, asked.unit, asked.attribute, asked.first, asked.second);
};

export const studyEndpoints = async (context: Context, manifest: StudyManifest) =>
  endpointsOf(await openOne(context, manifest));

/** @throws BAD_USER_INPUT */
export const studySurvival = async (
  context: Context,
  manifest: StudyManifest,
  asked: {
    readonly endpoint: string;
    readonly gene: string | null;
    readonly attribute: string | null;
  },
) => {
  const study = await openOne(context, manifest);
  if (!endpointsOf(study).some(({ id }) => id === asked.endpoint))
    throw badInput(
      `The study has no endpoint ${asked.endpoint}. / 该研究没有终点 ${asked.endpoint}。`,
    );
  const { gene, attribute } = asked;
  if (gene !== null && attribute !== null)
    throw badInput('Compare by a gene or by an attribute, not by both. / 请按基因或属性之一比较。');
  if (attribute !== null) checkAttribute(study, attribute);
  return survivalOf(
    study,
    asked.endpoint,
    gene !== null ? { gene } : attribute !== null ? { attribute } : null,
  );
};
