import type { SavedReportResolvers } from '../generated/resolvers.ts';
import type { SavedBlock } from '../reports/templates.ts';

export const SavedReport: SavedReportResolvers = {
  blocks: ({ blocks }) =>
    (JSON.parse(blocks) as SavedBlock[]).map(({ text, questions }) => ({
      text,
      questions: [...questions],
    })),
};
