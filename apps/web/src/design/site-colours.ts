/**
 * Colours of cancer sites by the terminology's own colour numbers, so that a site keeps its colour
 * for ever. The commonest dozen are told apart under any colour vision (Okabe & Ito 2008; Tol's
 * muted scheme); no palette does that for all of them, so the name always stands beside the colour.
 */
import { SITE_GROUPS } from '@nodp/terminology';
import { okabeIto } from './palette.ts';

const colours = [
  '#0072B2',
  '#E69F00',
  '#D55E00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#882255',
  '#AA4499',
  '#332288',
  '#999933',
  '#DDAA77',
  '#44AA99',
  '#6E6E6E',
  '#B2182B',
  '#EE8866',
  '#C2A5CF',
  '#117733',
  '#77AADD',
  '#BBA000',
  '#A6761D',
  '#5E8CA8',
  '#8C510A',
  '#B0B0B0',
  '#4D4D4D',
  '#D9A38F',
  '#7A9A01',
  '#C9A227',
  '#E07B91',
  '#2D7FB8',
  '#76608A',
  '#5AAE61',
  '#CC6677',
  '#4477AA',
  '#88CCEE',
  '#AAAA00',
  '#9970AB',
  '#BF5B17',
  '#DF65B0',
  '#8A9299',
];

const byId = new Map<string, string>(
  SITE_GROUPS.map((group) => [group.id, colours[group.colour % colours.length] ?? okabeIto.grey]),
);

/** The colour of a site group; grey where the site is not known. */
export const siteColour = (siteGroup: string | null | undefined): string =>
  byId.get(siteGroup ?? '') ?? okabeIto.grey;
