/** Attributes of a study by which its patients may be parted or coloured. */
import type { Choice } from '../../design/filters/choice.ts';
import type { Study } from './queries.ts';

type Attribute = Study['attributes'][number];

/** More different words than these make no groups. */
const MOST_VALUES = 60;

/** Identifiers and free text part nobody. */
const isDividing = ({ isNumber, distinct }: Attribute): boolean =>
  distinct > 1 && (isNumber || distinct <= MOST_VALUES);

export const attributeChoices = ({ attributes }: Study): Choice[] =>
  attributes.filter(isDividing).map(({ id, name }) => ({ value: id, words: name, codes: [id] }));

export const geneChoices = ({ genes }: Study): Choice[] =>
  genes.gene.map((gene) => ({ value: gene, words: gene }));
