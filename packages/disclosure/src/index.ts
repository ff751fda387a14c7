export { type Disclosed, type DisclosureRule, defaultRule, disclose } from './disclosed.ts';
export { discloseNested } from './nested.ts';
export { discloseTable } from './table.ts';
