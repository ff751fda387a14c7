import { STUDY_FIGURE_LABELS, type StudyFigure } from '@nodp/cohorts';
import { encodeId } from '@nodp/graph';
import DataLoader from 'dataloader';
import type { Context } from '../context.ts';
import { cohortsInWords, shownValue } from '../documents/shown.ts';
import type {
  PartnerAnswerResolvers,
  PartnerResolvers,
  PartnerStudyResolvers,
  StudyAnswerResolvers,
  StudyLineResolvers,
} from '../generated/resolvers.ts';
import { type PartnerRow, partnersById } from '../partners/partner-rows.ts';

export const partners = ({ session }: Context) =>
  new DataLoader<string, PartnerRow>(async (ids) =>
    (await partnersById(session, ids)).map((row) => row ?? new Error('A partner has no row.')),
  );

const figureLabel = (figure: StudyFigure) => STUDY_FIGURE_LABELS[figure];

export const Partner: PartnerResolvers = { addedBy: ({ addedByName }) => addedByName };

export const PartnerStudy: PartnerStudyResolvers = {
  id: ({ id }) => encodeId('PartnerStudy', id),
  partner: ({ partnerId }, _, context) => context.once(partners).load(partnerId),
  cohorts: ({ content }) => cohortsInWords(content),
  blocks: ({ content }) =>
    content.blocks.map((block) =>
      block.kind === 'TEXT'
        ? { text: block.text, figure: null }
        : { text: null, figure: figureLabel(block.figure) },
    ),
  receivedBy: ({ receivedByName }) => receivedByName,
  decidedBy: ({ decidedByName }) => decidedByName,
  reviewedBy: ({ reviewedByName }) => reviewedByName,
  mayReview: ({ state, decidedById }, _, { principal }) =>
    state === 'ANSWERED' && decidedById !== principal.accountId,
};

export const PartnerAnswer: PartnerAnswerResolvers = {
  partner: ({ partnerId }, _, context) => context.once(partners).load(partnerId),
  receivedBy: ({ receivedByName }) => receivedByName,
};

export const StudyAnswer: StudyAnswerResolvers = {
  lines: ({ lines }) => [...lines],
  refused: ({ refused }) => [...refused],
};

export const StudyLine: StudyLineResolvers = { value: (line) => shownValue(line) };
